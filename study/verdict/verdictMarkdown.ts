import type { EffectVerdict, PlaceboVerdict, Verdict } from "./verdict.ts";
import {
  biasInThousandths,
  methodsOf,
  overallWords,
  SYMBOLS,
  shareInPercent,
  shortName,
  truthInThousandths,
  verdictIn,
  WORDS,
  worldName,
} from "./verdictWords.ts";

/**
 * What `verdict.md` holds: the table of the specifications, that of tests and placebos, what is said of each, and what the numbers
 * are.
 */
export function verdictMarkdown(verdict: Verdict): string {
  const { tests, placebos } = verdict;
  const others = [...tests, ...placebos];
  const parts = [
    effectTable(verdict),
    ...(others.length === 0 ? [] : [`Placebos and tests beside them:`, placeboTable(verdict)]),
    "Over all worlds, the worst first:",
    overallList(verdict),
    note(verdict),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The headline alone: worlds × specifications. */
export function effectTable(verdict: Verdict): string {
  return grid(verdict, verdict.specifications, (found) =>
    lines(labelled(found), shareInPercent(found), biasInThousandths(found.bias)),
  );
}

/** Worlds × tests and placebos. */
export function placeboTable(verdict: Verdict): string {
  return grid(verdict, [...verdict.tests, ...verdict.placebos], (found) =>
    lines(labelled(found), shareInPercent(found)),
  );
}

/** A line a method. */
export function overallList(verdict: Verdict): string {
  return verdict.overall
    .map((each) => `- ${SYMBOLS[each.label]} \`${shortName(each.method)}\`: ${overallWords(verdict, each)}`)
    .join("\n");
}

/** What the numbers are, and how far they may be off. */
function note({ alpha, replications }: Verdict): string {
  return `Below a label: per cent of the ${replications} histories in which "no effect" is rejected at ${alpha}, with 95 % Wilson limits; then the bias of the average partial effect, and left the true effect, in thousandths of a probability (Monte Carlo standard error).`;
}

function grid<Found extends EffectVerdict | PlaceboVerdict>(
  { worlds }: Verdict,
  all: readonly Found[],
  text: (found: Found) => string,
): string {
  const methods = methodsOf(all);
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["world", "true", ...methods.map((method) => `\`${shortName(method)}\``)]),
    row(["---", "---:", ...methods.map(() => "---")]),
    ...worlds.map((world) =>
      row([
        worldName(world),
        truthInThousandths(world.truth),
        ...methods.map((method) => {
          const found = verdictIn(all, world.cell, method);
          return found === undefined ? "" : text(found);
        }),
      ]),
    ),
  ].join("\n");
}

function labelled({ label, valid, replications }: EffectVerdict | PlaceboVerdict): string {
  return `${SYMBOLS[label]} ${WORDS[label]}${valid < replications ? "*" : ""}`;
}

function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("<br>");
}
