import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

const world = { name: "w", scenario: "canello-2022/return", set: { recordedYears: 4 } };
const FILES = ["design.json", "replications.csv", "replications.parquet", "summary.json"];

let bandwagon: ReturnType<typeof buildCommandLine>;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
let designs = 0;
function designOf(cells: object, replications: number): string {
  const path = inFolder(`design-${++designs}.json`);
  const design = {
    aim: "To grow",
    dataGenerating: { ...world, ...cells },
    methods: ["canello-2022/cox-exact"],
    performance: ["bias", "coverage"],
    replications,
    seed: "2026",
  };
  writeFileSync(path, JSON.stringify(design));
  return path;
}
const run = (file: string, out: string) => bandwagon.run("study", "run", file, "--out", inFolder(out));
const bytes = (out: string) => FILES.map((name) => readFileSync(inFolder(out, name)).toString("base64"));
/** Which were run, in any order; the header of each log left out. */
const lines = (out: string) =>
  readdirSync(inFolder(out, "rows")).flatMap((log) =>
    readFileSync(inFolder(out, "rows", log), "utf8")
      .split("\n")
      .slice(1, -1),
  );

beforeAll(() => {
  bandwagon = buildCommandLine();
});
afterAll(() => bandwagon.remove());

describe("a study that grows comes to the bytes of one that was begun so, and computes nothing twice", () => {
  it.each([
    ["by a cell in its midst", { vary: { firms: [100, 200] } }, { vary: { firms: [100, 150, 200] } }, 4],
    [
      "with its varied values written as a list of cells, one more and other turns",
      { vary: { firms: [100, 200] } },
      { cells: [{ firms: 200 }, { firms: 100 }, { firms: 150 }] },
      4,
    ],
    [
      "by points of a Sobol sequence and by replications",
      { sample: { design: "sobol", points: 2, ranges: { firms: [100, 200] } } },
      { sample: { design: "sobol", points: 3, ranges: { firms: [100, 200] } } },
      5,
    ],
  ])("%s", async (name, before, after, replications) => {
    const grown = `grown-${designs}`;
    expect(await run(designOf(before, 4), grown), name).toMatchObject({ code: 0 });
    const file = designOf(after, replications);
    const { code, stderr } = await run(file, grown);
    expect(code).toBe(0);
    expect(stderr).toContain(`8 of ${3 * replications} replications are there already\n`);
    expect(lines(grown)).toHaveLength(3 * replications);
    await run(file, `${grown}-fresh`);
    expect(bytes(grown)).toEqual(bytes(`${grown}-fresh`));
    expect(new Set(lines(grown))).toEqual(new Set(lines(`${grown}-fresh`)));
  });
});

it("a Latin hypercube of more points is another study, and the refusal says why", async () => {
  const sample = (points: number) => ({
    sample: { design: "latinHypercube", points, ranges: { firms: [100, 200] } },
  });
  await run(designOf(sample(2), 1), "hypercube");
  const before = bytes("hypercube");
  const { code, stderr } = await run(designOf(sample(3), 1), "hypercube");
  expect(code).toBe(2);
  expect(stderr).toContain(
    "world w: points of a Latin hypercube, which are drawn anew for each number of them (a sobol sample can be extended): 2 there, 3 now\n",
  );
  expect(bytes("hypercube")).toEqual(before);
});
