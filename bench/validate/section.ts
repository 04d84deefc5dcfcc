import { decimalsFor, formatNumber } from "../../cli/formatMeasure.ts";
import type { Measure } from "../../study/performance.ts";
import type { FitOutcome, ValidationDesign } from "./design.ts";
import type { FitMeasures, TermMeasures } from "./measures.ts";

/** Digits to which a later run of the first replication has to agree. */
const DIGITS = 6;

/** What a design is, as its section of the page begins: a test holds the page against it. */
export function sectionHead(design: ValidationDesign): string {
  return `## ${design.title}\n\n\`npm run validate -- ${design.name}\`\n\n${design.text}`;
}

/** The first replication, to tell whether a page was made by the code as it is. */
export function firstReplication(outcomes: readonly FitOutcome[]): string {
  const of = outcomes.map(
    ({ fit, estimates }) =>
      `${fit} ${estimates.map(({ term, estimate }) => `${term} ${estimate.toPrecision(DIGITS)}`).join(", ")}`,
  );
  return `Replication 1: ${of.join("; ")}.`;
}

/** A design's section of the page. */
export function section(
  design: ValidationDesign,
  measures: readonly FitMeasures[],
  first: readonly FitOutcome[],
): string {
  return [
    sectionHead(design),
    convergenceLine(measures),
    table(measures),
    ...verdict(measures),
    firstReplication(first),
  ].join("\n\n");
}

function convergenceLine(measures: readonly FitMeasures[]): string {
  const { replications } = measures[0];
  const partial = measures.filter(({ converged }) => converged < replications);
  const failures = partial.map(({ fit, converged }) => `${fit} in ${converged}`);
  return `${replications} replications; ${failures.length === 0 ? "every fit converged" : `converged: ${failures.join(", ")}; all others in every one`}.`;
}

function table(measures: readonly FitMeasures[]): string {
  const head = ["fit", "term", "truth", "bias", "empirical SE", "model SE", "SE error %", "coverage %"];
  const rule = ["---", "---", ...head.slice(2).map(() => "---:")];
  const rows = measures.flatMap(({ fit, terms }) =>
    terms.map((term, at) => [at === 0 ? fit : "", term.term, ...cells(term)]),
  );
  return [head, rule, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function cells(term: TermMeasures): string[] {
  const decimals = decimalsFor(term.bias.mcse);
  const of = ({ value, mcse }: Measure, places: number): string =>
    `${formatNumber(value, places)} (${formatNumber(mcse, places)})`;
  const covered = `${of({ value: 100 * term.coverage.value, mcse: 100 * term.coverage.mcse }, 1)}`;
  return [
    formatNumber(term.truth, decimals),
    of(term.bias, decimals),
    of(term.empiricalSe, decimals),
    of(term.modelSe, decimals),
    of(term.relativeError, 1),
    `${covered} ${mark(term)}`,
  ];
}

function mark({ nominal, exception }: TermMeasures): string {
  if (nominal) return "✓";
  return exception === null ? "✗" : "·";
}

function verdict(measures: readonly FitMeasures[]): string[] {
  const all = measures.flatMap(({ fit, terms }) => terms.map((term) => ({ fit, ...term })));
  const expected = all.filter(({ exception }) => exception === null);
  const held = expected.filter(({ nominal }) => nominal);
  const claim = expected.length === 0 ? "not claimed" : `${held.length} of ${expected.length}`;
  const lines = [`Nominal where it should be: ${claim}.`];
  const reasons = new Map<string, string[]>();
  for (const { fit, term, exception } of all) {
    if (exception === null) continue;
    const key = `**${fit}**${exception.terms === undefined ? "" : ` (${exception.terms.join(", ")})`}: ${exception.because}`;
    reasons.set(key, [...(reasons.get(key) ?? []), term]);
  }
  if (reasons.size > 0) lines.push([...reasons.keys()].map((reason) => `- ${reason}`).join("\n"));
  return lines;
}
