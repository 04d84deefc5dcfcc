import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clusterScenarioNames, resolveClusterScenario } from "../../scenarios/clusters/index.ts";
import { simulateClusters } from "../../sim/index.ts";
import { columnChecksum } from "../sim/worlds.ts";

const file = new URL("clusters.json", import.meta.url);
const overwrite = process.env.UPDATE_GOLDEN === "1";
const advice =
  "the bytes of this history changed; if that was meant, run UPDATE_GOLDEN=1 npx vitest run tests/golden/clusters.test.ts, commit clusters.json and say why";

/** SHA-256 of the bytes of every column. */
function checksums(name: string): Record<string, string> {
  const scenario = resolveClusterScenario(name, { clusters: 4, firmsPerCluster: 40 });
  const { columns } = simulateClusters(scenario, { seed: "golden", condition: name, replication: 0 });
  return Object.fromEntries(columns.map((column) => [column.name, columnChecksum(column.values)]));
}

const found = Object.fromEntries(clusterScenarioNames().map((name) => [name, checksums(name)]));
if (overwrite) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
const kept: Record<string, unknown> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};

describe("four clusters of forty firms of every world of clusters", () => {
  it.each(clusterScenarioNames())("%s leave the bytes on record", (name) => {
    expect(found[name], advice).toEqual(kept[name]);
  });

  it("are all on record, and nothing else is", () => {
    expect(Object.keys(kept).sort(), advice).toEqual(clusterScenarioNames().sort());
  });
});
