/**
 * One history of step 2 of the course at three moments, for a page that shows it before anything is computed: the firms of
 * the province that are abroad at the end of the year, where the first of them goes first and where nobody does, with the same
 * draws. `provinceStory` gives the same (tests/viz/places/learn/firstMover.test.ts).
 */
export interface FirstMover {
  readonly seed: string;
  /** The firm that goes first, from 0. */
  readonly first: number;
  readonly moments: readonly {
    /** Calendar year. */
    readonly year: number;
    /** A firm each: 1 abroad, 0 at home. */
    readonly with: string;
    readonly without: string;
  }[];
}

export const firstMover: FirstMover = {
  seed: "4",
  first: 0,
  moments: [
    { year: 2002, with: "1000000000000", without: "0000000000000" },
    { year: 2006, with: "0010010010101", without: "0000000000000" },
    { year: 2009, with: "1111110110111", without: "0000000000000" },
  ],
};
