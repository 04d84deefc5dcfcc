import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { describe, expect, it } from "vitest";

/** Of 1,000 bytes, as the budgets count them. */
const KB = 1000;

/** A measure of the targets of the calibrated worlds, which the record of a calibration names as well. */
const heldAgainst = "mixChangeOther";

interface Weighed {
  /** Files with at least one byte in the bundle. */
  readonly files: readonly string[];
  readonly text: string;
  readonly gzipped: number;
}

/** A minified browser bundle, as `npm run build` makes it for the lab. */
async function weigh(entry: Pick<BuildOptions, "entryPoints" | "stdin">): Promise<Weighed> {
  const { metafile, outputFiles } = await build({
    ...entry,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
  });
  const outputs = Object.values(metafile.outputs);
  const files = outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const text = outputFiles.map((file) => file.text).join("");
  return { files, text, gzipped: gzipSync(text, { level: 9 }).length };
}

function weighCode(contents: string): Promise<Weighed> {
  return weigh({ stdin: { contents, resolveDir: process.cwd(), loader: "ts" } });
}

const simulation = await weighCode(`
  export { simulate, startWorld, advance, startPair, advancePair, counterfactualOf } from "./sim/index.ts";
  export { resolveScenario } from "./scenarios/index.ts";
`);
const replications = await weigh({ entryPoints: ["workers/lab/replicationsService.ts"] });
const summaries = await weighCode(`
  export { summarise } from "./study/summary.ts";
  export { PERFORMANCE_NAMES } from "./study/performanceNames.ts";
  export { rowsTable } from "./study/rowsTable.ts";
`);

describe.each([
  ["what simulates a scenario by name", simulation, 55],
  ["the worker of replications", replications, 110],
  ["what summarises rows", summaries, 15],
] as const)("%s", (_, { files, text, gzipped }, budget) => {
  const among = (pattern: RegExp) => files.filter((file) => pattern.test(file));

  it(`is at most ${budget} KB, compressed`, () => {
    expect(gzipped).toBeLessThanOrEqual(budget * KB);
  });

  it("carries no published table, target, proposition or doubt", () => {
    expect(
      among(/scenarios\/.*\/(published\/|publishedTables|targets|propositions|oddities|family\.ts)/),
    ).toEqual([]);
    expect(among(/scenarios\/(published|families|target)\.ts/)).toEqual([]);
  });

  it("carries no record of a calibration, only the parameters it found", () => {
    expect(among(/calibrationParameters|\.check\.json|\.start\.json/)).toEqual([]);
    expect(text.includes(heldAgainst)).toBe(false);
  });

  it("carries no worlds of clusters", () => {
    expect(among(/(sim|scenarios)\/clusters\//)).toEqual([]);
  });

  it("carries zod without its methods, languages and JSON schemas", () => {
    expect(among(/zod\/v4\/(classic|locales)\/|zod\/v3\/|json-schema/)).toEqual([]);
  });
});

describe("what runs or shows a resolved design", () => {
  it.each([
    ["the worker of replications", replications],
    ["what summarises rows", summaries],
  ] as const)("checks nothing: %s carries no schema", (_, { files }) => {
    expect(
      files.filter((file) => /node_modules\/zod\/|scenarios\/scenario\.ts|study\/design\.ts/.test(file)),
    ).toEqual([]);
  });
});

describe("a bundle that does carry them", () => {
  it("is recognised by the names of its files", async () => {
    const { files, text } = await weighCode(`export { families } from "./scenarios/index.ts"`);
    expect(text.includes(heldAgainst)).toBe(true);
    const all = files.join("\n");
    for (const part of [
      "canello-2022/published/table1.json",
      "canello-2022/targets.ts",
      "canello-2022/family.ts",
    ])
      expect(all).toContain(part);
  });
});
