import { clusterScenarioNames, describeClusterScenario } from "../../scenarios/clusters/index.ts";
import { families } from "../../scenarios/index.ts";
import { clusterColumns } from "../../sim/clusters/recording/clusterColumns.ts";
import { markdownTable } from "./markdownTable.ts";

/** Every parameter of a world of clusters at its default, in the order of the schema. */
export function clusterParameterTable(): string {
  return markdownTable(
    ["parameter", "default", "absent at", "accepted", "unit", "meaning", "mechanism", "source"],
    describeClusterScenario(clusterScenarioNames()[0] ?? "").map((row) => [
      `\`${row.path}\``,
      `\`${row.default}\``,
      row.neutral === undefined ? "" : `\`${row.neutral}\``,
      row.range,
      row.unit,
      row.meaning,
      row.mechanism,
      row.source,
    ]),
  );
}

/** Every ready world of clusters with the parameters it sets. */
export function clusterPresetTable(): string {
  return markdownTable(
    ["scenario", "summary", "differs from the defaults in"],
    families
      .flatMap(({ clusterPresets }) => clusterPresets ?? [])
      .map(({ name, summary, parameters }) => [
        `\`${name}\``,
        summary,
        Object.entries(parameters)
          .map(([path, value]) => `\`${path} = ${value}\``)
          .join(", "),
      ]),
  );
}

/** The codebook of the panel of clusters, in the order it is written. */
export function clusterColumnTable(): string {
  return markdownTable(
    ["column", "kind", "one value a", "unit", "lag", "meaning", "source"],
    clusterColumns.map(({ name, type, level, note }) => [
      `\`${name}\``,
      type,
      level,
      note.unit,
      note.lag === null ? "" : String(note.lag),
      note.meaning,
      note.source,
    ]),
  );
}
