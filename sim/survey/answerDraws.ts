import { fillWithDraws } from "../random/streams.ts";
import type { RunKey } from "../run.ts";

/** The k-th draw of a firm, k from 0; every firm of a world has as many, used or not. */
export type AnswerDraws = (firm: number, k: number) => number;

const drawsPerFirm = 64;

/** @param firms of the world, numbered from 0. */
export function answerDraws(key: RunKey, firms: number): AnswerDraws {
  const draws = new Float64Array(drawsPerFirm * firms);
  fillWithDraws(draws, key, "surveyAnswers");
  return (firm, k) => draws[drawsPerFirm * firm + k];
}

/** A rating from 1 to 5 with the given mean: 1 + binomial of four draws from k on. */
export function ratingAround(mean: number, draw: AnswerDraws, firm: number, k: number): number {
  const share = (Math.min(5, Math.max(1, mean)) - 1) / 4;
  let rating = 1;
  for (let at = k; at < k + 4; at++) rating += Number(draw(firm, at) < share);
  return rating;
}

/** A category, with probabilities in proportion to counts. */
export function categoryBy(counts: readonly number[], uniform: number): number {
  let left = uniform * counts.reduce((sum, count) => sum + count, 0);
  let at = 0;
  while (at < counts.length - 1 && left >= counts[at]) left -= counts[at++];
  return at;
}
