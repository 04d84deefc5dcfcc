export type { GroupTest, GroupTestWarning, GroupTestWarningCode } from "./groupTest.ts";
export { type IndependenceTest, type IndependenceTestOptions, independenceTest } from "./independenceTest.ts";
export {
  type SampleMoments,
  sampleMoments,
  type TwoSampleTTest,
  type TwoSampleTTestOptions,
  tTestOfMoments,
  twoSampleTTest,
} from "./twoSampleTTest.ts";
