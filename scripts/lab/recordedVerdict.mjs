// Cuts the recorded verdict (docs/identifiability.json) to the worlds and methods that the lab's place Tell apart shows:
//   node scripts/lab/recordedVerdict.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { importSources } from "./importSources.mjs";

export const recordedFile = "viz/places/tellApart/recordedVerdict.json";

/** @returns the text of the file; a test compares it with what is there. */
export async function recordedVerdict() {
  const { causes, lookAlikes, lookAlikeMethods } = await importSources(
    `export { causes, lookAlikes } from "./scenarios/lab/lookAlikes.ts";
export { lookAlikeMethods } from "./study/lookAlikes/lookAlikeDesign.ts";`,
  );
  const whole = JSON.parse(readFileSync("docs/identifiability.json", "utf8"));
  const cells = causes.map((cause) => {
    const world = whole.worlds.find((each) => each.world === lookAlikes[cause].recorded);
    if (world === undefined)
      throw new Error(`docs/identifiability.json has no ${lookAlikes[cause].recorded}`);
    return world;
  });
  const place = (cell) => cells.findIndex((each) => each.cell === cell);
  const cut = (found, methods) =>
    cells.flatMap(({ cell }) =>
      methods.map((method) => {
        const one = found.find((each) => each.cell === cell && each.method === method);
        if (one === undefined) throw new Error(`docs/identifiability.json has no ${method} in cell ${cell}`);
        return { ...one, cell: place(cell) };
      }),
    );
  const { effect, alpha, replications, specifications, tests, placebos } = whole;
  const verdict = {
    effect,
    alpha,
    replications,
    worlds: cells.map((world, cell) => ({ ...world, cell })),
    specifications: cut(specifications, lookAlikeMethods.specifications),
    tests: cut(tests, lookAlikeMethods.tests),
    placebos: cut(placebos, lookAlikeMethods.placebos),
    overall: [],
  };
  return `${JSON.stringify(verdict, null, 2)}\n`;
}

if (process.argv[1]?.endsWith("recordedVerdict.mjs")) writeFileSync(recordedFile, await recordedVerdict());
