import { version } from "../../../package.json";
import type { ModelSpecification } from "../../../scenarios/index.ts";
import type { ResolvedDesign } from "../../../study/cells.ts";
import { type World, worldsOf } from "../../../study/design.ts";
import { dataDigest } from "../../../study/log/digest.ts";
import type { ReportSection, ReportTable } from "./document.ts";
import { columnsOf, MEASURE_NAMES } from "./figureText.ts";

/** What was asked, and how. */
export function designSection(resolved: ResolvedDesign): ReportSection {
  const { design, cells } = resolved;
  const estimands = design.estimands ?? null;
  return {
    id: "design",
    title: "Design",
    blocks: [
      {
        kind: "terms",
        items: [
          ["Aim", design.aim],
          ["Design, SHA-256", dataDigest(design)],
          [
            "Data",
            `${worldsOf(design).length} ${worldsOf(design).length === 1 ? "world" : "worlds"}, ${cells.length} ${cells.length === 1 ? "cell" : "cells"}, ${design.until === undefined ? "" : "at most "}${design.replications} replications each; seed ${JSON.stringify(design.seed)}; random numbers ${design.streams === "common" ? "shared by all cells" : "of each cell's own"}`,
          ],
          [
            "Estimands",
            estimands === null
              ? "all but the levels of factors, where a world names no others"
              : estimands.join(", "),
          ],
          ["Performance", design.performance.map((name) => MEASURE_NAMES[name]).join("; ")],
          ["Tests and intervals", `level α = ${design.alpha}`],
          ...(design.until === undefined ? [] : [["Stops by a rule", JSON.stringify(design.until)] as const]),
          ["Program", `bandwagon ${version}`],
        ],
      },
      { kind: "table", table: worldsTable(resolved) },
      { kind: "table", table: methodsTable(resolved) },
      { kind: "code", title: "The design file", text: JSON.stringify(design, null, 2) },
    ],
  };
}

function worldsTable({ design }: ResolvedDesign): ReportTable {
  const pairs = (of: Readonly<Record<string, unknown>> | undefined) =>
    Object.entries(of ?? {})
      .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
      .join(", ") || "–";
  return {
    caption: "Worlds",
    columns: columnsOf(["world", "aim", "scenario", "set", "varied"], []),
    rows: worldsOf(design).map(({ name, world }) => [
      name,
      world.aim ?? "–",
      world.scenario,
      pairs(world.set),
      variedInWords(world, pairs),
    ]),
  };
}

function variedInWords({ vary, cells, sample }: World, pairs: (of: World["vary"]) => string): string {
  if (cells !== undefined) return `${cells.length} cells as listed in the design file`;
  return sample === undefined ? pairs(vary) : JSON.stringify(sample);
}

function methodsTable({ cells }: ResolvedDesign): ReportTable {
  const methods = new Map<string, ModelSpecification>();
  for (const cell of cells) for (const method of cell.methods) methods.set(method.name, method);
  return {
    caption: "Methods",
    columns: columnsOf(["method", "what it is", "source"], []),
    rows: [...methods.values()].map(({ name, summary, source }) => [name, summary, source]),
  };
}
