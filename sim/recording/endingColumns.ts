import { note, outcome, type PanelColumn, type YearView } from "./column.ts";

const simulator = "simulator";
const endings = ["none", "return", "move", "pause", "closure"];

/** How spells ended, as it was and as it is seen: a survey has one word for all of it. */
export const endingColumns: readonly PanelColumn[] = [
  {
    ...outcome(
      "ending",
      "category",
      endingOf,
      note(
        "How the spell ended: a return; a move, the firm having started elsewhere in the same year; a pause, its tie kept; the firm's closure",
        "label",
        simulator,
        0,
      ),
    ),
    levels: () => endings,
  },
  outcome(
    "backshored",
    "indicator",
    ended,
    note(
      "The spell ended, as a survey sees it: a return, a move, a pause and a year without orders are one event",
      "0/1",
      "Canello (2022) Table 1",
      0,
    ),
  ),
];

/** By pair, at the end of a year. */
function ended({ world }: YearView): Uint8Array {
  const { active, activeHistory } = world.pairs;
  const before = activeHistory[1];
  const flags = new Uint8Array(active.length);
  for (let pair = 0; pair < flags.length; pair++) flags[pair] = before[pair] & (1 - active[pair]);
  return flags;
}

/** By pair, at the end of a year: position in `endings`. */
function endingOf({ world }: YearView): Uint8Array {
  const { pairs, firms, destinations, ties } = world;
  const before = pairs.activeHistory[1];
  const started = pairs.startedHistory[0];
  const ending = new Uint8Array(pairs.active.length);
  for (let pair = 0; pair < ending.length; pair++) {
    if (before[pair] === 0 || pairs.active[pair] === 1) continue;
    const firm = Math.floor(pair / destinations);
    const moved = started.subarray(firm * destinations, (firm + 1) * destinations).includes(1);
    if (firms.alive[firm] === 0) ending[pair] = 4;
    else if (ties !== null && ties.paused[pair] === 1) ending[pair] = 3;
    else ending[pair] = moved ? 2 : 1;
  }
  return ending;
}
