import type { ClusterScenario } from "../../../scenarios/clusters/index.ts";
import type { RecordedColumn } from "../../run.ts";
import type { ClusterWorld } from "../clusterWorld.ts";
import { byCluster, localEmployment, supplierBase } from "../mechanisms/localWork.ts";
import type { ClusterColumn } from "./clusterColumn.ts";
import { clusterColumns } from "./clusterColumns.ts";

/** The panel as it fills, one row a firm and year, sorted by firm, then year: row = firm · years + year − 1. */
export interface ClusterRecording {
  readonly years: number;
  /** By column, in the order of `clusterColumns`. */
  readonly values: RecordedColumn["values"][];
}

export function emptyClusterRecording({
  clusters,
  firmsPerCluster,
  years,
}: ClusterScenario): ClusterRecording {
  const rows = clusters * firmsPerCluster * years;
  return { years, values: clusterColumns.map(({ type }) => emptyValues(type, rows)) };
}

function emptyValues(type: ClusterColumn["type"], rows: number): RecordedColumn["values"] {
  switch (type) {
    case "number":
      return new Float64Array(rows);
    case "integer":
      return new Int32Array(rows);
    case "indicator":
      return new Uint8Array(rows);
    case "category":
      return new Uint16Array(rows);
  }
}

/** Writes the year that ends; years beyond the scenario's have no rows. */
export function recordClusters(world: ClusterWorld, year: number): void {
  const { recording, firms } = world;
  if (year > recording.years) return;
  const view = {
    world,
    year,
    supplierBase: supplierBase(world),
    employment: byCluster(world, (firm) => localEmployment(world, firm)),
  };
  clusterColumns.forEach(({ value }, at) => {
    const values = recording.values[at];
    for (let firm = 0, row = year - 1; firm < firms.count; firm++, row += recording.years) {
      values[row] = value(view, firm);
    }
  });
}

/** Every column with its note. */
export function recordedClusterColumns({ recording }: ClusterWorld): RecordedColumn[] {
  return clusterColumns.map(({ name, note, levels }, at) => {
    const column = { name, note, values: recording.values[at] };
    return levels === undefined ? column : { ...column, levels };
  });
}
