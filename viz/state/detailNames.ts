import type { LabState, Place } from "./labState.ts";

/** Names that a link's `x.` details have in each place (docs/lab.md says what they mean). */
export const detailNames: Readonly<Record<Place, readonly string[]>> = {
  watch: ["autoplay", "view", "pane", "province", "firm", "speed", "space", "replication", "condition"],
  estimate: ["methods", "years", "provinces", "fitted", "terms", "published", "one"],
  repeat: ["firms", "method", "estimand", "replication", "show", "cell", "study"],
  "tell-apart": ["a", "b", "c", "revealed", "histories", "cell"],
  "your-data": ["own.data", "own.model", "own.formula", "own.panel", "own.cluster"],
  learn: [
    "lesson",
    "guess",
    "teacher",
    "decision",
    "pioneer",
    "year",
    "province",
    "imitation",
    "off",
    "histories",
    "country",
    "cause",
    "gain",
    "ties",
    "strategy",
    "pauses",
  ],
};

/** Details of a link that its place does not know, by name. */
export function unknownDetails({ place, detail }: Pick<LabState, "place" | "detail">): readonly string[] {
  return Object.keys(detail).filter((name) => !detailNames[place].includes(name));
}
