import type { RecordedColumn } from "../../run.ts";
import type { ClusterWorld } from "../clusterWorld.ts";

/** What is at hand when a year of the clusters is written: the world at its end, and sums by cluster. */
export interface ClusterYearView {
  readonly world: ClusterWorld;
  readonly year: number;
  readonly supplierBase: Float64Array;
  readonly employment: Float64Array;
}

/** A column of the panel of clusters: its codebook entry and the value of each firm at the end of the year. */
export interface ClusterColumn {
  readonly name: string;
  readonly type: "number" | "integer" | "indicator" | "category";
  /** What has one value of it in a year. */
  readonly level: "firm" | "cluster" | "year";
  readonly value: (view: ClusterYearView, firm: number) => number;
  readonly levels?: readonly string[];
  readonly note: RecordedColumn["note"];
}

type About = readonly [meaning: string, unit: string, source?: string];

function described(
  name: string,
  type: ClusterColumn["type"],
  lag: number | null,
  value: ClusterColumn["value"],
  [meaning, unit, source = "simulator"]: About,
): ClusterColumn {
  return { name, type, level: "firm", value, note: { meaning, unit, source, lag } };
}

/** A column about a firm that never changes. */
export function lasting(
  name: string,
  type: ClusterColumn["type"],
  value: ClusterColumn["value"],
  about: About,
): ClusterColumn {
  return described(name, type, null, value, about);
}

/** A column about a firm at the end of the year. */
export function yearly(
  name: string,
  type: ClusterColumn["type"],
  value: ClusterColumn["value"],
  about: About,
): ClusterColumn {
  return described(name, type, 0, value, about);
}

/** A number of an open firm, missing once it is closed. */
export function ofOpenFirms(name: string, value: ClusterColumn["value"], about: About): ClusterColumn {
  const ifOpen: ClusterColumn["value"] = (view, firm) =>
    view.world.firms.open[firm] === 1 ? value(view, firm) : Number.NaN;
  return described(name, "number", 0, ifOpen, about);
}
