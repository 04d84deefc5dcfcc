import { emptyTally, type Tally } from "./score.ts";

/** The score of this browser tab, and the rounds that are in it, so that a reload counts none twice. */
export interface Session {
  readonly tally: Tally;
  /** Seeds of the last rounds that counted. */
  readonly counted: readonly string[];
}

const name = "bandwagon-tell-apart";
const seedsKept = 200;

/** An empty session where the browser keeps nothing, or something else was kept under the name. */
export function readSession(): Session {
  try {
    return parseSession(sessionStorage.getItem(name));
  } catch {
    return { tally: emptyTally, counted: [] };
  }
}

export function parseSession(text: string | null): Session {
  const kept: unknown = text === null ? null : JSON.parse(text);
  if (typeof kept !== "object" || kept === null || !("tally" in kept) || !("counted" in kept))
    return { tally: emptyTally, counted: [] };
  const { tally, counted } = kept;
  const numbers = new Map(Object.entries(typeof tally === "object" && tally !== null ? tally : {}));
  const number = (of: keyof Tally) => {
    const value = numbers.get(of);
    return typeof value === "number" && value >= 0 && Number.isFinite(value) ? value : 0;
  };
  return {
    tally: {
      rounds: number("rounds"),
      guessed: number("guessed"),
      right: number("right"),
      sure: number("sure"),
    },
    counted: Array.isArray(counted) ? counted.filter((seed) => typeof seed === "string") : [],
  };
}

/** Kept as long as the tab; where the browser does not allow it, as long as the page. */
export function keepSession(session: Session): void {
  try {
    sessionStorage.setItem(
      name,
      JSON.stringify({ ...session, counted: session.counted.slice(-seedsKept) } satisfies Session),
    );
  } catch {
    // Nothing is lost but the score of a reload.
  }
}
