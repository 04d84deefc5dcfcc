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
    (view) => endingOf(view).map((ending) => (ending === 0 ? 0 : 1)),
    note(
      "The spell ended, as a survey sees it: a return, a move, a pause and a year without orders are one event",
      "0/1",
      "Canello (2022) Table 1",
      0,
    ),
  ),
];

/** By pair, at the end of a year: position in `endings`. */
function endingOf({ world }: YearView): Uint8Array {
  const { pairs, firms, destinations, ties } = world;
  const before = pairs.activeHistory[1];
  const started = pairs.startedHistory[0];
  const ending = new Uint8Array(pairs.active.length);
  for (let firm = 0; firm < firms.count; firm++) {
    const [from, to] = [firm * destinations, (firm + 1) * destinations];
    for (let pair = from; pair < to; pair++) {
      if (before[pair] === 0 || pairs.active[pair] === 1) continue;
      if (firms.alive[firm] === 0) ending[pair] = 4;
      else if (ties !== null && ties.paused[pair] === 1) ending[pair] = 3;
      else ending[pair] = started.subarray(from, to).includes(1) ? 2 : 1;
    }
  }
  return ending;
}
