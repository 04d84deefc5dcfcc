import { hasMoves } from "../mechanisms/destinationSwitch.ts";
import { note, outcome, type PanelColumn, type YearView } from "./column.ts";

const moves = ["none", "left", "arrived"];

/** Spells that go on in another destination; only where firms can switch. */
export const switchColumns: readonly PanelColumn[] = [
  {
    ...outcome(
      "switched",
      "category",
      switchesOf,
      note(
        "Left: the spell moved to another destination this year; arrived: it came from one. Only where firms can switch. A survey sees an end and a start",
        "label",
        "simulator",
        0,
      ),
    ),
    levels: () => moves,
    recordedIf: hasMoves,
  },
];

function switchesOf({ world }: YearView): Uint8Array {
  if (world.moves === null) throw new RangeError("a world in which nobody moves has no moves to record");
  const { left, from } = world.moves;
  return left.map((gone, pair) => (from[pair] >= 0 ? 2 : gone));
}
