import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checked, resolveScenario, scenarioNames, scenarioSchema } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { panelColumns } from "../../sim/recording/panelColumns.ts";
import { page, wordsOfUnion } from "./pages.ts";

const odd = page("docs/odd.md");

/** Paths of the values of a scenario, found without the notes that the table is made of. */
function leafPaths(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leafPaths(inner, path ? `${path}.${key}` : key));
}

describe("the ODD description", () => {
  it("has the seven elements of the 2020 protocol by name and in order", () => {
    const headings = [...odd.matchAll(/^## (\d\. .+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      "1. Purpose and patterns",
      "2. Entities, state variables, and scales",
      "3. Process overview and scheduling",
      "4. Design concepts",
      "5. Initialization",
      "6. Input data",
      "7. Submodels",
    ]);
  });

  it("discusses the eleven design concepts by name and in order", () => {
    const concepts = odd.slice(odd.indexOf("## 4."), odd.indexOf("## 5."));
    const names = [...concepts.matchAll(/^\*\*([A-Z][a-z]+(?: principles)?)\.\*\*/gm)].map(
      ([, name]) => name,
    );
    expect(names).toEqual([
      "Basic principles",
      "Emergence",
      "Adaptation",
      "Objectives",
      "Learning",
      "Prediction",
      "Sensing",
      "Interaction",
      "Stochasticity",
      "Collectives",
      "Observation",
    ]);
  });

  it.each(leafPaths(checked(scenarioSchema, {}), ""))("has %s in its table of parameters", (path) => {
    expect(odd).toContain(`\n| \`${path}\` | `);
  });

  it.each(readdirSync("sim/mechanisms"))("names the file of the mechanism %s", (file) => {
    expect(odd).toContain(`\`sim/mechanisms/${file}\``);
  });

  it.each(readdirSync("sim/phases"))("names the file of the phase %s", (file) => {
    expect(odd).toContain(`\`sim/phases/${file}\``);
  });

  it.each(wordsOfUnion("sim/random/streams.ts", "Purpose"))("says what the stream %s draws", (purpose) => {
    expect(odd).toContain(`\n| \`${purpose}\` | `);
  });

  it.each(scenarioNames())("has the ready world %s in its table", (name) => {
    expect(odd).toContain(`\n| \`${name}\` | `);
  });
});

describe("the figures the ODD gives of the ready world canello-2022", () => {
  const key = { seed: "1", condition: "canello-2022", replication: 1 };
  const { diagnostics, columns } = simulate(resolveScenario("canello-2022"), key, { recordTruth: false });
  const prose = odd.replaceAll(/\s+/g, " ");
  const percent = (share: number) => (100 * share).toFixed(1);

  it("are its share of active firms, its entry rate and its exit rate", () => {
    const { activeShare, entryRate, exitRate } = diagnostics;
    expect(prose).toContain(
      `has ${percent(activeShare)} % of firm-years active, starts in ${percent(entryRate)} % and returns in ${percent(exitRate)} %`,
    );
  });

  it("are its mix of destinations", () => {
    const valuesOf = (name: string) => columns.find((column) => column.name === name)?.values ?? [];
    const active = valuesOf("active");
    const destination = valuesOf("destination");
    const counts = [0, 0, 0, 0];
    for (let row = 0; row < active.length; row++) counts[destination[row]] += active[row];
    const all = counts.reduce((sum, count) => sum + count, 0);
    expect(prose).toContain(`a mix of ${counts.map((count) => percent(count / all)).join(" : ")}.`);
  });
});

describe("the codebook of the panel", () => {
  it.each(panelColumns.map(({ name }) => name))("has the column %s", (name) => {
    expect(page("docs/panel.md")).toContain(`\n| \`${name}\` | `);
  });
});
