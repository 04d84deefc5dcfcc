export { type OptionRating, optionRatings } from "../gancarczyk-2017/ratings.ts";
export {
  clusterScenarioNames,
  clusterScenarioSummary,
  describeClusterScenario,
  resolveClusterScenario,
} from "./catalogue.ts";
export { type ClusterScenario, clusterScenarioSchema } from "./clusterScenario.ts";
