import { hasTies } from "../mechanisms/dormantTie.ts";
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
].map((each) => ({ ...each, recordedIf: hasTies }));

const modes = ["away", "outward", "paused", "inward"];

/** The firm's way of dealing with the destination (E5) and how much it has made there (E2). */
export const modeColumns: readonly PanelColumn[] = [
  {
    ...outcome(
      "mode",
      "category",
      modesOf,
      note(
        "Outward: active; paused, inward: stopped with a tie; away: neither. Only where firms can turn inward",
        "label",
        freeman,
        0,
      ),
    ),
    levels: () => modes,
    recordedIf: ({ inwardSwitch }) => inwardSwitch > 0,
  },
  {
    ...outcome(
      "volume",
      "number",
      ({ world }) => world.pairs.volume.map((volume, pair) => volume * world.pairs.active[pair]),
      note(
        "Share of production with the supplier at the end of the year, 0 where not active. Only where volumes can be cut",
        "share",
        freeman,
        0,
      ),
    ),
    recordedIf: ({ volumeCut, decision }) => volumeCut < 1 && decision.kind === "behavioural",
  },
];

function modesOf(view: YearView): Uint8Array {
  const { paused, inward } = tiesOf(view);
  return view.world.pairs.active.map((active, pair) =>
    active === 1 ? 1 : paused[pair] * (2 + inward[pair]),
  );
}

function tiesOf({ world }: YearView): NonNullable<YearView["world"]["ties"]> {
  if (world.ties === null) throw new RangeError("a world without pauses has no dormant ties to record");
  return world.ties;
}
