import { column, note, outcome, type PanelColumn, type YearView } from "./column.ts";

const freeman = "Freeman (2007)";

/** What becomes of spells that are interrupted; only in worlds in which firms can pause (E1). */
export const pauseColumns: readonly PanelColumn[] = [
  outcome(
    "paused",
    "indicator",
    (view) => tiesOf(view).paused,
    note(
      "The firm has stopped, and its tie to the supplier is kept; only where firms can pause, as the columns below",
      "0/1",
      freeman,
      0,
    ),
  ),
  column(
    "tieStrength",
    "number",
    "pair",
    (view) => tiesOf(view).strength,
    note(
      "Strength of the dormant tie at the end of t − 1: 1 in the year of the pause, 0 where nothing is paused",
      "tie strength",
      freeman,
      1,
    ),
  ),
  outcome(
    "reentered",
    "indicator",
    (view) => tiesOf(view).reentered,
    note("A paused firm is active again, for the first time in year t", "0/1", freeman, 0),
  ),
].map((each) => ({ ...each, recordedIf: (world) => world.ties !== null }));

function tiesOf({ world }: YearView): NonNullable<YearView["world"]["ties"]> {
  if (world.ties === null) throw new RangeError("a world without pauses has no dormant ties to record");
  return world.ties;
}
