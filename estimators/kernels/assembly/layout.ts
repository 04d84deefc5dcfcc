/**
 * Where everything lies in the module's memory: byte offsets and counts, written by `kernelMemory.ts` in this order. Arrays
 * are those of the plain kernels, by the same names; numbers are 64-bit unless said otherwise.
 */
@unmanaged
export class Layout {
  // Tables of `numerics/elementary.ts`.
  expTable: i32;
  logHigh: i32;
  logLow: i32;
  // The design (`SplitDesign`); start and codes are 32-bit.
  start: i32;
  varying: i32;
  varyingCount: i32;
  constant: i32;
  constantCount: i32;
  varyingCodes: i32;
  varyingFactors: i32;
  constantCodes: i32;
  constantFactors: i32;
  slots: i32;
  // The likelihood's; offset 0 where there is none.
  signs: i32;
  offset: i32;
  coefficients: i32;
  index: i32;
  modes: i32;
  // Its sums.
  gradient: i32;
  sums: i32;
  stride: i32;
  // `CrossProduct`.
  weighted: i32;
  rowSums: i32;
  columnSums: i32;
  totals: i32;
  // c m of the gathered groups.
  scaledConstants: i32;
  firstGroup: i32;
  gathered: i32;
  // Scores and curvatures of the rows of gathered groups (pooled).
  rowScores: i32;
  rowCurvatures: i32;
  // `PairedNodes`.
  half: i32;
  nodes: i32;
  logWeights: i32;
  // `Mode`.
  summary: i32;
  modeCurvature: i32;
  modeThird: i32;
  // `NodeScores`.
  score: i32;
  curvature: i32;
  scoreSum: i32;
  curvatureSum: i32;
  ratio: i32;
  exponent: i32;
  middle: i32;
  density: i32;
  spread: i32;
  shift: i32;
  omega: i32;
  // `PosteriorMoments`.
  rowScore: i32;
  rowCross: i32;
  within: i32;
  lnSigma: i32;
  weightedScore: i32;
}
