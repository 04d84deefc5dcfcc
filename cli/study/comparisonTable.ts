import type { MethodComparison, PairedShare } from "../../study/summary.ts";
import { decimalsFor, formatMeasure, formatNumber } from "../formatMeasure.ts";
import { type TextColumn, textTable, wrapText } from "../textTable.ts";
import { inTwoLines } from "./estimandTables.ts";

const COLUMNS: readonly TextColumn[] = [
  { title: "estimand", align: "left" },
  { title: "pairs", align: "right" },
  { title: "difference", align: "right" },
  { title: "precision +%", align: "right" },
  { title: "reject +points", align: "right" },
  { title: "coverage +points", align: "right" },
];

/** A method beside its references, a table each. */
export function comparisonTables(comparisons: readonly MethodComparison[], width: number): string[] {
  const references = [...new Set(comparisons.map(({ reference }) => reference))];
  return references.map((reference) => {
    const rows = comparisons.filter((each) => each.reference === reference && each.pairs > 0).map(cells);
    if (rows.length === 0) return `beside ${reference}: no replication in which both are valid`;
    return `${wrapText(`beside ${reference}, on the same histories:`, width, "  ")}\n\n${textTable(COLUMNS, rows)}`;
  });
}

function cells({
  estimand,
  pairs,
  difference,
  relativePrecision,
  rejection,
  coverage,
}: MethodComparison): string[] {
  return [
    inTwoLines(estimand),
    String(pairs),
    formatMeasure(difference, decimalsFor(difference.mcse)),
    formatMeasure(relativePrecision, decimalsFor(relativePrecision.mcse)),
    points(rejection),
    points(coverage),
  ];
}

/** With the replications in which only the method, and only the reference, has it. */
function points({ value, mcse, onlyMethod, onlyReference }: PairedShare): string {
  if (Number.isNaN(value)) return "–";
  return `${formatNumber(100 * value, 1)}\n(${formatNumber(100 * mcse, 1)}) ${onlyMethod}:${onlyReference}`;
}
