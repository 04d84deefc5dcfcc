import type { EffectVerdict, PlaceboVerdict, Verdict } from "../../study/verdict/verdict.ts";
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
} from "../../study/verdict/verdictWords.ts";
import { textTable, wrapText } from "../textTable.ts";

const WIDTH = 110;
/** `✗ size-distorted` and two spaces. */
const CELL = 18;

/** The verdict of a study as a person reads it in a terminal: worlds down, methods across, at most 110 columns. */
export function verdictTable(verdict: Verdict): string {
  const { specifications, tests, placebos } = verdict;
  const head = `Verdict on ${verdict.effect} · ${verdict.replications} replications a cell · α = ${verdict.alpha}`;
  const parts = [
    head,
    ...blocks(verdict, specifications, cellOfEffect),
    ...(tests.length === 0
      ? []
      : ["Tests of imitation that estimate nothing:", ...blocks(verdict, tests, cellOfEffect)]),
    ...(placebos.length === 0
      ? []
      : [
          "Placebos, which should be silent where there is no rival:",
          ...blocks(verdict, placebos, cellOfPlacebo),
        ]),
    overall(verdict),
    wrapText(EXPLANATION, WIDTH),
  ];
  return parts.join("\n\n");
}

const EXPLANATION =
  "Below a label: per cent of the replications in which no effect (of a placebo: 0) is rejected, with 95 % Wilson limits; below it the bias of the average partial effect in thousandths of a probability, with its Monte Carlo standard error. Below a world: the true effect in thousandths. A label is given where these limits leave no doubt: ✗ size-distorted, rejects the truth more often than α; ○ powerless, finds an effect that is there in less than half; ± wrong sign, finds the contrary; ✓ identified, none of these, and a size above α + 0.15 is ruled out; ? undecided, more replications would tell.";

function blocks<Found extends EffectVerdict | PlaceboVerdict>(
  { worlds }: Verdict,
  all: readonly Found[],
  cellText: (found: Found) => string,
): string[] {
  const names = worlds.map(worldName);
  const first = Math.max(...names.map((name) => name.length), "true 0.00".length);
  const methods = methodsOf(all);
  const across = Math.max(1, Math.floor((WIDTH - first) / CELL));
  return Array.from({ length: Math.ceil(methods.length / across) }, (_, block) => {
    const shown = methods.slice(block * across, (block + 1) * across);
    const titles = shown.map((method) => titleLines(shortName(method)));
    const height = Math.max(...titles.map((lines) => lines.length));
    const header = [
      "",
      ...titles.map((lines) => [...lines, ...Array(height - lines.length).fill("")].join("\n")),
    ];
    const rows = worlds.map((world, index) => [
      `${names[index]}\ntrue ${truthInThousandths(world.truth)}`,
      ...shown.map((method) => {
        const found = verdictIn(all, world.cell, method);
        return found === undefined ? "" : cellText(found);
      }),
    ]);
    // The titles are a row of the table, as they may take several lines; the empty ones above the rule go.
    const columns = header.map((_, index) => ({
      title: "─".repeat(index === 0 ? first : CELL - 2),
      align: "left" as const,
    }));
    const [rule = "", , ...body] = textTable(columns, [header, ...rows]).split("\n");
    return [...body.slice(0, height), rule.replaceAll(" ", "─"), ...body.slice(height)].join("\n");
  });
}

/** A name of several words in lines of at most the width of a cell. */
function titleLines(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(/(?<=-)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length <= CELL - 2) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines;
}

function cellOfEffect(found: EffectVerdict): string {
  return [label(found), shareInPercent(found), biasInThousandths(found.bias)]
    .filter((line, index) => index === 0 || line !== "")
    .map((line, index) => (index === 0 ? line : `  ${line}`))
    .join("\n");
}

function cellOfPlacebo(found: PlaceboVerdict): string {
  return `${label(found)}\n  ${shareInPercent(found)}`;
}

function label({ label: given, valid, replications }: EffectVerdict | PlaceboVerdict): string {
  // Some replications gave no estimate.
  return `${SYMBOLS[given]} ${WORDS[given]}${valid < replications ? "*" : ""}`;
}

function overall(verdict: Verdict): string {
  const lines = verdict.overall.map((each) =>
    wrapText(
      `${SYMBOLS[each.label]} ${shortName(each.method)}: ${overallWords(verdict, each)}`,
      WIDTH,
      "    ",
    ),
  );
  return ["Over all worlds, the worst first:", ...lines].join("\n");
}
