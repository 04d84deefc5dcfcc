/** How far a study is, and how fast it goes. */
export interface Pace {
  /** Replications there, of all cells together, and how many are to be. */
  readonly done: number;
  readonly total: number;
  /** Per second since the start or the last resumption; null before the first is done. */
  readonly perSecond: number | null;
  /** null as long as the pace is unknown. */
  readonly secondsLeft: number | null;
}

/** @param begun replications that were there at the start, `seconds` ago. */
export function paceOf(done: number, total: number, begun: number, seconds: number): Pace {
  const perSecond = done > begun && seconds > 0 ? (done - begun) / seconds : null;
  return { done, total, perSecond, secondsLeft: perSecond === null ? null : (total - done) / perSecond };
}
