import { characteristicColumns } from "./characteristicColumns.ts";
import type { PanelColumn } from "./column.ts";
import { identityColumns } from "./identityColumns.ts";
import { morePeerColumns } from "./morePeerColumns.ts";
import { peerColumns } from "./peerColumns.ts";
import { sampleColumns } from "./sampleColumns.ts";
import { statusColumns } from "./statusColumns.ts";

/** Every column of the recorded panel, in the order it is written. */
export const panelColumns: readonly PanelColumn[] = [
  ...identityColumns,
  ...statusColumns,
  ...characteristicColumns,
  ...peerColumns,
  ...morePeerColumns,
  ...sampleColumns,
];
