import type { World } from "../world.ts";
import { characteristicColumns } from "./characteristicColumns.ts";
import type { PanelColumn } from "./column.ts";
import { identityColumns } from "./identityColumns.ts";
import { morePeerColumns } from "./morePeerColumns.ts";
import { modeColumns, pauseColumns } from "./pauseColumns.ts";
import { peerColumns } from "./peerColumns.ts";
import { sampleColumns } from "./sampleColumns.ts";
import { statusColumns } from "./statusColumns.ts";

/** Every column that a recorded panel can have, in the order it is written. */
export const panelColumns: readonly PanelColumn[] = [
  ...identityColumns,
  ...statusColumns,
  ...characteristicColumns,
  ...peerColumns,
  ...morePeerColumns,
  ...sampleColumns,
  ...pauseColumns,
  ...modeColumns,
];

/** Those that the panel of a world has: a mechanism that is off leaves no column of its own. */
export function columnsOf(world: World): readonly PanelColumn[] {
  return panelColumns.filter(({ recordedIf }) => recordedIf === undefined || recordedIf(world));
}
