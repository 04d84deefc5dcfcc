import { decimalsFor, formatNumber } from "../measures/decimals.ts";
import type { Measure } from "../measuresOfMoments.ts";
import type { EffectVerdict, PlaceboVerdict, Verdict } from "./verdict.ts";

/** How a verdict is said: in a terminal, in Markdown, in a page. */

export type AnyLabel = EffectVerdict["label"] | PlaceboVerdict["label"];

export const SYMBOLS: Readonly<Record<AnyLabel, string>> = {
  identified: "✓",
  sizeDistorted: "✗",
  powerless: "○",
  wrongSign: "±",
  undecided: "?",
  noEstimate: "–",
  warns: "!",
  silent: "·",
};

export const WORDS: Readonly<Record<AnyLabel, string>> = {
  identified: "identified",
  sizeDistorted: "size-distorted",
  powerless: "powerless",
  wrongSign: "wrong sign",
  undecided: "undecided",
  noEstimate: "no estimate",
  warns: "warns",
  silent: "silent",
};

/** `canello-2022/C-entry` as `C-entry`. */
export function shortName(method: string): string {
  return method.slice(method.lastIndexOf("/") + 1);
}

/** `100 (83–100)`: per cent of the replications, with the 95 % Wilson limits. */
export function shareInPercent({ rejection }: EffectVerdict | PlaceboVerdict): string {
  if (rejection === null) return "";
  const percent = (share: number) => formatNumber(100 * share, 0);
  return `${percent(rejection.value)} (${percent(rejection.low)}–${percent(rejection.high)})`;
}

/** Bias in thousandths of a probability, `+1.2 (0.1)`. */
export function biasInThousandths(bias: Measure | null): string {
  if (bias === null || !Number.isFinite(bias.value)) return "";
  const decimals = Math.min(2, decimalsFor(1000 * bias.mcse));
  const text = formatNumber(1000 * bias.value, decimals);
  const signed = text.startsWith("-") ? text.replace("-", "−") : Number(text) === 0 ? text : `+${text}`;
  return `${signed} (${formatNumber(1000 * bias.mcse, decimals)})`;
}

/** The true effect in thousandths of a probability; 0 is said as such. */
export function truthInThousandths(truth: number): string {
  return truth === 0 ? "0" : formatNumber(1000 * truth, 2);
}

/** A world and what is varied in it. */
export function worldName({ world, values }: Verdict["worlds"][number]): string {
  return [world, ...Object.entries(values).map(([name, value]) => `${name} = ${JSON.stringify(value)}`)].join(
    ", ",
  );
}

/** The verdicts of one cell and method. */
export function verdictIn<Found extends { readonly cell: number; readonly method: string }>(
  all: readonly Found[],
  cell: number,
  method: string,
): Found | undefined {
  return all.find((each) => each.cell === cell && each.method === method);
}

/** Names of methods, each once, in order. */
export function methodsOf(all: readonly { readonly method: string }[]): string[] {
  return [...new Set(all.map(({ method }) => method))];
}

/** `size-distorted in W2, W3; powerless in W1`: every label but "identified" with its worlds, the worst first. */
export function overallWords({ worlds }: Verdict, { label, cells }: Verdict["overall"][number]): string {
  const order = ["wrongSign", "sizeDistorted", "powerless", "noEstimate", "undecided", "identified"] as const;
  const parts = order.flatMap((each) => {
    const of = cells[each];
    if (of === undefined) return [];
    const names = of
      .map((cell) => worlds.find((world) => world.cell === cell))
      .filter((world) => world !== undefined);
    return [`${WORDS[each]} in ${names.map(worldName).join(", ")}`];
  });
  return label === "identified" && parts.length === 1 ? "identified in every world" : parts.join("; ");
}
