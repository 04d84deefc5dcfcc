import { emptyPanelReason, type Scenario, shocksWithoutEffect } from "../scenarios/index.ts";
import type { Diagnostics } from "../sim/index.ts";
import type { SimulationResult } from "./simulate.ts";
import { wrapText } from "./textTable.ts";
import { visibleText } from "./visibleText.ts";

/** A simulated history as a person reads it: what it is, what is true in it, and what to know before believing it. */
export function simulationReport(result: SimulationResult): string {
  const { scenario, set, key, rows, columns, truth, diagnostics, counterfactual, files } = result;
  const changed = Object.entries(set).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const { reproductionNumber, filledCells } = diagnostics;
  const lines = [
    [scenario, ...changed, `seed "${key.seed}"`].join(" · "),
    `panel                       ${rows.toLocaleString("en")} rows, ${columns} columns: a row a firm, destination and year`,
    `active                      ${percent(diagnostics.activeShare)} of firm-years`,
    `entry, exit                 ${percent(diagnostics.entryRate)} and ${percent(diagnostics.exitRate)} a year`,
    `reproduction number R       ${reproductionText(reproductionNumber)}`,
    `filled cells                ${filledCells.length === 0 ? "none" : filledCells.length}`,
    `true effect of one peer     ${short(truth.peerEffect.all)} on Pr(active): ${short(truth.peerEffect.entry)} on starting, ${short(truth.peerEffect.staying)} on staying`,
  ];
  if (counterfactual !== null) {
    const { flippedDecisions, decisions, flippedFirms, activeWith, activeWithout } = counterfactual;
    lines.push(
      `without imitation           ${flippedDecisions.toLocaleString("en")} of ${decisions.toLocaleString("en")} decisions differ, in ${flippedFirms.toLocaleString("en")} firms`,
      `active pairs, last year     ${activeWith.at(-1) ?? 0} with imitation, ${activeWithout.at(-1) ?? 0} without`,
    );
  }
  for (const file of files) lines.push(`written                     ${file}`);
  return visibleText(lines.join("\n"));
}

function reproductionText({ mean, largest, largestCell }: Diagnostics["reproductionNumber"]): string {
  if (largest === Number.POSITIVE_INFINITY) return "unbounded: nobody returns";
  const where = largestCell === "" ? "" : ` (${largestCell})`;
  return `${short(mean)} on average, ${short(largest)} at most${where}`;
}

/** What should make a reader pause, for standard error. */
export function simulationWarnings(scenario: Scenario, { rows, diagnostics }: SimulationResult): string[] {
  const { reproductionNumber, filledCells } = diagnostics;
  const warnings = shocksWithoutEffect(scenario).map((sentence) => `warning: ${sentence}`);
  if (rows === 0) warnings.push(`warning: ${emptyPanelReason(scenario)}`);
  if (reproductionNumber.largest === Number.POSITIVE_INFINITY) {
    warnings.push(
      "warning: R is unbounded: nobody returns, so that each firm abroad draws others after it for ever",
    );
  } else if (reproductionNumber.largest >= 1) {
    warnings.push(
      `warning: R is ${short(reproductionNumber.largest)} in ${reproductionNumber.largestCell}: each firm abroad draws ` +
        "more than one after it, and cells fill up whatever their merits",
    );
  }
  if (filledCells.length > 0) warnings.push(`warning: filled cells: ${filledCells.join(", ")}`);
  return warnings.map((warning) => wrapText(warning, 110, "  "));
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : "–";
}

function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "–";
}
