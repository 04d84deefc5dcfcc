import type { ResolvedDesign } from "../../../study/cells.ts";
import type { PerformanceName } from "../../../study/design.ts";
import { cellLabel } from "../../../study/report/groupLabels.ts";
import { shownEstimands } from "../../../study/report/shownEstimands.ts";
import type { EstimandSummary, FailureFlag, PairedShare, StudySummary } from "../../../study/summary.ts";
import { decimalsFor, formatMeasure, formatNumber } from "../../formatMeasure.ts";
import { formatCell, IN_UNIT, type MeasuredEstimand, TITLES } from "../estimandTables.ts";
import type { ReportTable } from "./document.ts";
import { columnsOf, rowsLeftOut } from "./figureText.ts";

const MOST_ROWS = 1000;

/** Of one method: by estimand, then cell, so that cells stand below each other. */
function groupsByMethod(design: ResolvedDesign, summary: StudySummary): Map<string, EstimandSummary[]> {
  const byMethod = new Map<string, Map<string, EstimandSummary[]>>();
  for (const each of shownEstimands(design, summary)) {
    const estimands = byMethod.get(each.method) ?? new Map<string, EstimandSummary[]>();
    byMethod.set(each.method, estimands);
    const groups = estimands.get(each.estimand) ?? [];
    estimands.set(each.estimand, groups);
    groups.push(each);
  }
  return new Map([...byMethod].map(([method, estimands]) => [method, [...estimands.values()].flat()]));
}

/**
 * Tables of the performance measures with their Monte Carlo errors, one method each.
 *
 * @param width measures side by side; the others stand in further tables.
 */
export function performanceTables(
  design: ResolvedDesign,
  summary: StudySummary,
  width: number,
): ReportTable[] {
  const { performance } = design.design;
  return [...groupsByMethod(design, summary)].flatMap(([method, groups]) => {
    const fewer = groups.flatMap(({ listWise, ...each }) =>
      listWise !== null && listWise.valid < each.valid && listWise.valid > 0
        ? [{ ...each, ...listWise }]
        : [],
    );
    return [
      ...measureTables(design, method, performance, groups, width),
      ...(fewer.length === 0
        ? []
        : measureTables(
            design,
            `${method}, list-wise: where every compared method is valid`,
            performance,
            fewer,
            width,
          )),
    ];
  });
}

type Measured = MeasuredEstimand & Pick<EstimandSummary, "cell" | "valid">;

function measureTables(
  design: ResolvedDesign,
  title: string,
  performance: readonly PerformanceName[],
  groups: readonly Measured[],
  width: number,
): ReportTable[] {
  const shown = groups.slice(0, MOST_ROWS);
  const tables: ReportTable[] = [];
  for (let from = 0; from < performance.length; from += width) {
    const names = performance.slice(from, from + width);
    tables.push({
      caption: `${title}${from === 0 ? "" : ", continued"}${rowsLeftOut(shown.length, groups.length)}`,
      columns: columnsOf(
        ["estimand", "cell"],
        ["valid", "truth", "estimate", ...names.map((name) => TITLES[name])],
      ),
      rows: shown.map((group) => measureRow(design, group, names)),
    });
  }
  return tables;
}

/** As in the table of `bandwagon study run`. */
function measureRow(design: ResolvedDesign, group: Measured, names: readonly PerformanceName[]): string[] {
  const { estimand, cell, valid, truth, estimate, measures } = group;
  const decimals = decimalsFor(measures.bias?.mcse || measures.empiricalSe?.mcse || estimate.mcse);
  return [
    estimand,
    cellLabel(design, cell),
    String(valid),
    formatNumber(truth, decimals),
    Number.isNaN(truth) ? formatMeasure(estimate, decimals) : formatNumber(estimate.value, decimals),
    ...names.map((name) => formatCell(measures[name], IN_UNIT.has(name) ? decimals : null)),
  ];
}

const FLAGS: Readonly<Record<FailureFlag, string>> = {
  failures: "> 5 % failed",
  rejectionBounds: "rejection",
  coverageBounds: "coverage",
};

/** What the replications without an estimate could change; null where every one has an estimate. */
export function boundsTable(design: ResolvedDesign, summary: StudySummary): ReportTable | null {
  const groups = shownEstimands(design, summary).filter(({ valid, replications }) => valid < replications);
  if (groups.length === 0) return null;
  const shares = (["rejection", "coverage"] as const).filter((name) =>
    design.design.performance.includes(name),
  );
  return {
    caption: `What replications without an estimate could change${rowsLeftOut(Math.min(groups.length, MOST_ROWS), groups.length)}`,
    columns: columnsOf(
      ["estimand", "cell", "method", "flagged"],
      ["without", ...shares.map((name) => `${TITLES[name]} between`)],
    ),
    rows: groups.slice(0, MOST_ROWS).map(({ estimand, cell, method, flags, valid, replications, bounds }) => [
      estimand,
      cellLabel(design, cell),
      method,
      flags.length === 0 ? "no" : flags.map((flag) => FLAGS[flag]).join(", "),
      `${replications - valid} of ${replications}`,
      ...shares.map((name) => {
        const { low, high } = bounds[name];
        if (Number.isNaN(low)) return "–";
        return `${formatNumber(100 * low, 1)} and ${formatNumber(100 * high, 1)}`;
      }),
    ]),
  };
}

/** Where no replication is left in a list-wise table; null where some are in all. */
export function noListWise(design: ResolvedDesign, summary: StudySummary): string | null {
  const groups = shownEstimands(design, summary).filter(({ listWise }) => listWise?.valid === 0);
  if (groups.length === 0) return null;
  const some = groups
    .slice(0, 6)
    .map(({ method, estimand, cell }) => `${method}, ${estimand}, ${cellLabel(design, cell)}`);
  const more = groups.length > some.length ? `; and ${groups.length - some.length} more` : "";
  return `No list-wise numbers, since in no replication every compared method has an estimate: ${some.join("; ")}${more}.`;
}

/** Methods on the same data; null where no cell has two that estimate the same. */
export function pairsTable(design: ResolvedDesign, summary: StudySummary): ReportTable | null {
  const isShown = new Set(
    shownEstimands(design, summary).map(({ cell, method, estimand }) =>
      JSON.stringify([cell, method, estimand]),
    ),
  );
  const pairs = summary.comparisons.filter(
    // Those without a pair, too: else a reader would not know why nothing is compared.
    ({ cell, method, estimand }) => isShown.has(JSON.stringify([cell, method, estimand])),
  );
  if (pairs.length === 0) return null;
  return {
    caption: `Methods beside each other on the same histories: the method less the reference${rowsLeftOut(Math.min(pairs.length, MOST_ROWS), pairs.length)}`,
    columns: columnsOf(
      ["estimand", "cell", "method", "reference"],
      ["pairs", "difference", "precision +%", "reject +points", "coverage +points"],
    ),
    rows: pairs
      .slice(0, MOST_ROWS)
      .map((each) => [
        each.estimand,
        cellLabel(design, each.cell),
        each.method,
        each.reference,
        String(each.pairs),
        formatMeasure(each.difference, decimalsFor(each.difference.mcse)),
        formatMeasure(each.relativePrecision, decimalsFor(each.relativePrecision.mcse)),
        points(each.rejection),
        points(each.coverage),
      ]),
  };
}

function points({ value, mcse }: PairedShare): string {
  return Number.isNaN(value) ? "–" : `${formatNumber(100 * value, 1)}\n(${formatNumber(100 * mcse, 1)})`;
}
