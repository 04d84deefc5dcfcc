import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { namedWorld } from "../../../../cli/scenarioFile.ts";
import { parseAssignments } from "../../../../cli/simulate.ts";
import { resolveScenario } from "../../../../scenarios/index.ts";
import { watchedWorld } from "../../../../sim/index.ts";
import { commandLine, manifest } from "../../../../viz/places/watch/manifest.ts";
import { isFirstHistory, requestOf } from "../../../../viz/places/watch/request.ts";
import { offeredWorlds } from "../../../../viz/places/watch/worlds.ts";
import { temporaryFolder } from "../../../workers/bundle.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const changed = {
  firms: 300,
  imitationSame: 0.3,
  destinationOffset: [0, -0.4, -0.44, -0.475],
  pioneers: [{ year: 1990, province: "NA", destination: "other", firms: 3, stay: 2 }],
};

describe("what leads from the lab to the terminal", () => {
  it.each(offeredWorlds)("is for %s a scenario file of the very same world", async (world) => {
    const request = requestOf({ world, set: changed, seed: "it's 7" });
    const path = join(folder.path, "world.json");
    writeFileSync(path, manifest(request, "0.1.0", "https://example.org/?v=1"));
    const named = await namedWorld(path);
    expect(named.scenario).toEqual(watchedWorld(request).scenario);
    expect(named.base).toBe(watchedWorld(request).key.condition);
    expect(JSON.parse(readFileSync(path, "utf8")).made.seed).toBe("it's 7");
  });

  it("names the replication and the condition of a history that the command line has no flags for", () => {
    const named = { world: "herding", set: {}, seed: "1", detail: { replication: "7", condition: "common" } };
    expect(isFirstHistory(requestOf(named))).toBe(false);
    expect(JSON.parse(manifest(requestOf(named), "0.1.0", "")).made).toMatchObject({
      seed: "1",
      condition: "common",
      replication: 7,
    });
    expect(isFirstHistory(requestOf({ ...named, detail: { replication: "0" } }))).toBe(true);
  });

  it("is a command line that a shell splits into the same parameters and seed", () => {
    const request = requestOf({ world: "cascade-reversal", set: changed, seed: "it's 7; rm -rf $HOME `x`" });
    const line = commandLine(request, "my panel.parquet");
    const printed = execFileSync("sh", ["-c", line.replace(/^bandwagon/, "printf '%s\\n'")], {
      encoding: "utf8",
    });
    const words = printed.trimEnd().split("\n");
    const given = (flag: string) => words.flatMap((word, at) => (words[at - 1] === flag ? [word] : []));
    expect(words.slice(0, 2)).toEqual(["simulate", request.scenario]);
    expect(given("--seed")).toEqual([request.seed]);
    expect(given("--out")).toEqual(["my panel.parquet"]);
    expect(resolveScenario(request.scenario, parseAssignments(given("--set")))).toEqual(
      watchedWorld(request).scenario,
    );
  });
});
