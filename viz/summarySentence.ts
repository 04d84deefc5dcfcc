import type { EstimandSummary } from "../study/summary.ts";

/** What a chart shows, in one sentence for those who do not see it; "" before the first estimate. */
export function summarySentence(summary: EstimandSummary | undefined): string {
  if (summary === undefined || summary.valid === 0) return "";
  const { estimand, valid, replications, truth, estimate, measures } = summary;
  const number = (value: number) => value.toPrecision(3);
  const rejected = measures.rejection?.value;
  const parts = [
    `${estimand}: ${valid} of ${replications} histories estimated`,
    Number.isFinite(truth) ? `truth ${number(truth)}` : "no true value is defined",
    `mean estimate ${number(estimate.value)} (Monte Carlo error ${number(estimate.mcse)})`,
  ];
  if (rejected !== undefined && Number.isFinite(rejected)) {
    parts.push(`called significant in ${(100 * rejected).toFixed(0)} %`);
  }
  return `${parts.join("; ")}.`;
}
