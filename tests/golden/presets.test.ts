import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resolveScenario, scenarioNames } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { columnChecksum } from "../sim/worlds.ts";

const file = new URL("presets.json", import.meta.url);
const overwrite = process.env.UPDATE_GOLDEN === "1";
const advice =
  "the bytes of this history changed; if that was meant, run UPDATE_GOLDEN=1 npx vitest run tests/golden, commit presets.json and say why";

/** SHA-256 of the bytes of every column, with truth and diagnostics in full. */
function checksums(name: string): Record<string, unknown> {
  const scenario = resolveScenario(name, { firms: 150 });
  const { columns, rows, truth, diagnostics } = simulate(scenario, {
    seed: "golden",
    condition: name,
    replication: 0,
  });
  return {
    rows,
    columns: Object.fromEntries(columns.map((column) => [column.name, columnChecksum(column.values)])),
    peerEffect: truth.peerEffect,
    diagnostics,
  };
}

const found = Object.fromEntries(scenarioNames().map((name) => [name, checksums(name)]));
if (overwrite) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
const kept: Record<string, unknown> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};

describe("150 firms of every preset", () => {
  it.each(scenarioNames())("%s leave the bytes on record", (name) => {
    // Through JSON, as NaN is null there.
    expect(JSON.parse(JSON.stringify(found[name])), advice).toEqual(kept[name]);
  });

  it("are all on record, and nothing else is", () => {
    expect(Object.keys(kept).sort(), advice).toEqual(scenarioNames().sort());
  });
});
