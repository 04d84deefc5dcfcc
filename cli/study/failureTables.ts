import type { PerformanceName } from "../../study/design.ts";
import type { Bounds, EstimandSummary, FailureFlag, StudySummary } from "../../study/summary.ts";
import { formatNumber, formatShare } from "../formatMeasure.ts";
import { type TextColumn, textTable } from "../textTable.ts";
import { inTwoLines } from "./estimandTables.ts";

const FLAGS: Readonly<Record<FailureFlag, string>> = {
  failures: "> 5 %",
  rejectionBounds: "reject",
  coverageBounds: "coverage",
};

/** What the replications without an estimate could change of the shares; null where every one has an estimate. */
export function boundsTable(
  performance: readonly PerformanceName[],
  estimands: readonly EstimandSummary[],
): string | null {
  const incomplete = estimands.filter(({ valid, replications }) => valid < replications);
  const shares = (["rejection", "coverage"] as const).filter((name) => performance.includes(name));
  if (incomplete.length === 0) return null;
  const columns: TextColumn[] = [
    { title: "estimand", align: "left" },
    { title: "without", align: "right" },
    ...shares.map((name) => ({
      title: name === "rejection" ? "reject % between" : "coverage % between",
      align: "right" as const,
    })),
    { title: "flagged", align: "left" },
  ];
  const rows = incomplete.map(({ estimand, valid, replications, bounds, flags }) => [
    inTwoLines(estimand),
    `${replications - valid} of ${replications}`,
    ...shares.map((name) => between(bounds[name])),
    flags.length === 0 ? "no" : flags.map((flag) => FLAGS[flag]).join(", "),
  ]);
  return textTable(columns, rows);
}

function between({ low, high }: Bounds): string {
  if (Number.isNaN(low)) return "–";
  return `${formatNumber(100 * low, 1)} and ${formatNumber(100 * high, 1)}`;
}

/** Failures by cause, method and cell; one line where there are none. */
export function failureTable(
  { methods }: StudySummary,
  nameOfCell: (cell: number) => readonly string[],
): string {
  const fits = methods.reduce((sum, { replications }) => sum + replications, 0);
  const failing = methods.filter(({ failed }) => failed > 0);
  if (failing.length === 0) return `Failures: none in ${fits} ${fits === 1 ? "fit" : "fits"}`;
  const rows = failing.flatMap(({ cell, method, replications, failed, failure, causes, flags }) =>
    causes.map(({ status, count }, at) => [
      at === 0 ? nameOfCell(cell).map(shortened).join("\n ") : "",
      at === 0 ? shortened(method) : "",
      status,
      String(count),
      at === 0 ? `${failed} of ${replications}` : "",
      at === 0 ? formatShare(failure) : "",
      at === 0 && flags.length > 0 ? "yes" : "",
    ]),
  );
  const columns: TextColumn[] = [
    { title: "cell", align: "left" },
    { title: "method", align: "left" },
    { title: "cause", align: "left" },
    { title: "count", align: "right" },
    { title: "failed", align: "right" },
    { title: "failed %", align: "right" },
    { title: "flagged", align: "left" },
  ];
  return `Failures by cause, method and cell:\n\n${textTable(columns, rows)}`;
}

function shortened(name: string): string {
  return name.length <= 24 ? name : `${name.slice(0, 23)}…`;
}
