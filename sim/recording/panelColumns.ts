import { surveyColumns } from "../survey/survey.ts";
import type { World } from "../world.ts";
import { characteristicColumns } from "./characteristicColumns.ts";
import type { PanelColumn } from "./column.ts";
import { districtColumns } from "./districtColumns.ts";
import { firmLevelColumns } from "./firmLevelColumns.ts";
import { identityColumns } from "./identityColumns.ts";
import { morePeerColumns } from "./morePeerColumns.ts";
import { modeColumns, pauseColumns } from "./pauseColumns.ts";
import { peerColumns } from "./peerColumns.ts";
import { sampleColumns } from "./sampleColumns.ts";
import { statusColumns } from "./statusColumns.ts";
import { subcontractingColumns } from "./subcontractingColumns.ts";
import { switchColumns } from "./switchColumns.ts";

/** Every column that a recorded panel can have, in the order it is written. */
export const panelColumns: readonly PanelColumn[] = [
  ...identityColumns,
  ...statusColumns,
  ...characteristicColumns,
  ...peerColumns,
  ...morePeerColumns,
  ...firmLevelColumns,
  ...sampleColumns,
  ...pauseColumns,
  ...modeColumns,
  ...districtColumns,
  ...subcontractingColumns,
  ...switchColumns,
];

/**
 * Those that are written in a world: the ones that were asked for and those that the survey looks at. A mechanism that is
 * off leaves no column of its own.
 */
export function columnsOf(world: World): readonly PanelColumn[] {
  const looked = surveyColumns(world.scenario);
  return panelColumns.filter(
    ({ name, recordedIf }) =>
      (isRequested(world, name) || looked.includes(name)) &&
      (recordedIf === undefined || recordedIf(world.scenario)),
  );
}

/** Whether a column is in what a history hands on. */
export function isRequested({ recording }: World, name: string): boolean {
  return recording.requested === null || recording.requested.includes(name);
}
