import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import type { LabState } from "../../state/labState.ts";
import { type InterventionKind, interventionsOf } from "./changeSet.ts";
import type { WatchWords } from "./headline.ts";

/** What was done to the history, by year, for the charts; nothing outside of its years. */
export function eventsOf(
  state: Pick<LabState, "world" | "set">,
  world: WorldToWatch,
  words: WatchWords,
): readonly { readonly year: number; readonly name: string }[] {
  const place = (code: unknown) =>
    typeof code === "string"
      ? (world.provinces.find((each) => each.code === code)?.name ?? code)
      : words.italy;
  const of = (kind: InterventionKind, name: (place: string) => string) =>
    interventionsOf(state, kind).flatMap((each) =>
      typeof each.year === "number" && world.years.includes(each.year)
        ? [{ year: each.year, name: name(place(each.province)) }]
        : [],
    );
  const all = [...of("pioneers", words.figures.pioneers), ...of("datedShocks", words.figures.shock)];
  return all.filter(
    (event, at) => all.findIndex((each) => each.year === event.year && each.name === event.name) === at,
  );
}
