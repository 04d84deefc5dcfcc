import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { families, modelSpecificationNames } from "../../scenarios/index.ts";
import { resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";

const files = families
  .map(({ name }) => `scenarios/${name}/studies`)
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`));
const designOf = (file: string) => parseDesign(JSON.parse(readFileSync(file, "utf8")));

describe("the studies that ship", () => {
  it.each(files)("%s names worlds, parameters, methods and estimands that there are", (file) => {
    expect(resolveDesign(designOf(file)).cells.length).toBeGreaterThan(0);
  });

  it("hold every world of identification against the same methods, 50 times", () => {
    const { cells, design } = resolveDesign(designOf("scenarios/canello-2022/studies/identification.json"));
    expect(cells.map(({ world }) => world)).toEqual([
      "W0",
      "W1",
      "W1-W2",
      "W2",
      "W3",
      "W4",
      "W5",
      "W6",
      "W7",
      "W8",
      "W9",
    ]);
    expect(design.replications).toBeGreaterThanOrEqual(50);
    for (const { methods } of cells) expect(methods).toEqual(cells[0]?.methods);
  });

  it("are refused a method that is not identified, before anything is run", () => {
    const design = designOf("scenarios/canello-2022/studies/identification.json");
    expect(modelSpecificationNames()).toContain("canello-2022/C-market-year");
    expect(() => resolveDesign({ ...design, methods: ["canello-2022/C-market-year"] })).toThrow(
      "methods[0]: found canello-2022/C-market-year, which is not identified",
    );
  });
});
