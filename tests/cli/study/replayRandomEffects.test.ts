import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

let cli: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  cli = buildCommandLine();
}, 120_000);
afterAll(() => cli.remove());

it("a replication of a random-effects probit and of a test by permutation is found as it was kept", async () => {
  const design = join(cli.folder, "design.json");
  const folder = join(cli.folder, "out");
  writeFileSync(
    design,
    JSON.stringify({
      aim: "Is it repeated?",
      dataGenerating: { scenario: "canello-2022/W3", set: { firms: 300, warmUpYears: 5, base: -2.5 } },
      methods: ["canello-2022/B-small", "canello-2022/peer-shuffle-provinces", "canello-2022/timing-shuffle"],
      performance: ["rejection"],
      replications: 2,
      seed: "replay",
    }),
  );
  const { code: ran } = await cli.run("study", "run", design, "--out", folder, "--workers", "1");
  expect(ran).toBe(0);
  const { code, stdout } = await cli.run(
    ...["study", "replay", folder, "--cell", "0", "--replication", "2", "--format", "json"],
  );
  expect(code).toBe(0);
  const { rows, asInFolder } = JSON.parse(stdout);
  expect(asInFolder).toBe(true);
  const methods = new Set(
    rows.map(({ method, status }: { method: string; status: string }) => `${method} ${status}`),
  );
  expect(methods).toEqual(
    new Set([
      "canello-2022/B-small ok",
      "canello-2022/peer-shuffle-provinces ok",
      "canello-2022/timing-shuffle ok",
    ]),
  );
}, 120_000);
