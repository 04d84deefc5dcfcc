import type { Cause } from "../../../scenarios/lab/lookAlikes.ts";
import type { Order } from "./order.ts";

/** What a reader says of one world; null where nothing was said. */
export interface Guess {
  readonly cause: Cause | null;
  /** Per cent, from `PURE_GUESS` to 100. */
  readonly sure: number;
}

export type Guesses = readonly [Guess, Guess, Guess];

/** One world in three, in per cent. */
export const PURE_GUESS = 33;

export const noGuesses: Guesses = [
  { cause: null, sure: PURE_GUESS },
  { cause: null, sure: PURE_GUESS },
  { cause: null, sure: PURE_GUESS },
];

/** What came of guessing, over any number of rounds. */
export interface Tally {
  /** Rounds in which something was guessed. */
  readonly rounds: number;
  readonly guessed: number;
  readonly right: number;
  /** Sum of the per cents of all guesses. */
  readonly sure: number;
}

export const emptyTally: Tally = { rounds: 0, guessed: 0, right: 0, sure: 0 };

/** A round counts the worlds of which something was said; one without any counts nothing. */
export function scoreOf(guesses: Guesses, truth: Order): Tally {
  const said = guesses.flatMap(({ cause, sure }, at) => (cause === null ? [] : [{ cause, sure, at }]));
  return {
    rounds: said.length === 0 ? 0 : 1,
    guessed: said.length,
    right: said.filter(({ cause, at }) => cause === truth[at]).length,
    sure: said.reduce((sum, { sure }) => sum + sure, 0),
  };
}

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    rounds: one.rounds + other.rounds,
    guessed: one.guessed + other.guessed,
    right: one.right + other.right,
    sure: one.sure + other.sure,
  };
}
