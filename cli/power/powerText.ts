import type { Share } from "../../study/performance.ts";
import type { PowerResult, TriedValue } from "../../study/power/powerStudy.ts";
import type { SizeOfTest } from "../../study/power/sizeOfTest.ts";
import { formatNumber } from "../formatMeasure.ts";
import { textTable, wrapText } from "../textTable.ts";
import { visibleText } from "../visibleText.ts";

const WIDTH = 110;

/** A power study for a person to read: the size, the curve, the answer, and what it is worth. */
export function powerText(result: PowerResult): string {
  const { estimand, method, alpha, target, replications, falls } = result;
  const parts = [
    visibleText(`Power of the test of ${estimand} by ${method}, two-sided, α = ${alpha}, target ${target}`),
    sizeText("Size: how often it rejects where there is nothing to find", result.size, alpha),
    `Power by ${result.parameter}, ${replications} histories each, the same random numbers at every value\n\n${curveTable(result)}`,
    ...falls.map(({ from, to }) =>
      wrapText(
        `The power falls from ${show(from)} to ${show(to)} by more than chance: it is not monotone, and the answer is that of a curve that may not fall.`,
        WIDTH,
      ),
    ),
    wrapText(answerText(result), WIDTH),
  ];
  if (result.confirmation !== null)
    parts.push(wrapText(confirmationText(result, result.confirmation), WIDTH));
  if (result.sizeAtAnswer.length > 0) {
    parts.push(sizeText("Size at the answer, fresh seeds", result.sizeAtAnswer, alpha));
  }
  const worth = worthText(result);
  if (worth !== null) parts.push(wrapText(worth, WIDTH));
  return parts.join("\n\n");
}

function sizeText(title: string, size: readonly SizeOfTest[], alpha: number): string {
  const table = textTable(
    [
      { title: "world", align: "left" },
      { title: "histories", align: "right" },
      { title: "failed", align: "right" },
      { title: "rejected", align: "right" },
      { title: "share", align: "right" },
      { title: "95 % limits", align: "right" },
      { title: "mean estimate", align: "right" },
      { title: "mean SE", align: "right" },
      { title: "size", align: "left" },
    ],
    size.map((each) => [
      visibleText(each.null) + (each.value === null ? "" : ` (at ${show(each.value)})`),
      String(each.replications),
      String(each.failed),
      String(each.rejected),
      formatNumber(each.rejection.value, 3),
      limits(each.rejection),
      significant(each.estimate),
      significant(each.stdError),
      words[each.verdict],
    ]),
  );
  return `${title} (α = ${alpha})\n\n${table}`;
}

const words: Readonly<Record<SizeOfTest["verdict"], string>> = {
  kept: "kept",
  exceeded: "EXCEEDED",
  conservative: "conservative",
  unknown: "unknown: no estimate",
};

function curveTable({ tried, parameter, curve }: PowerResult): string {
  return textTable(
    [
      { title: parameter, align: "right" },
      { title: "failed", align: "right" },
      { title: "found", align: "right" },
      { title: "power", align: "right" },
      { title: "95 % limits", align: "right" },
      { title: `${curve} fit`, align: "right" },
      { title: "mean estimate", align: "right" },
      { title: "mean SE", align: "right" },
      { title: "mean truth", align: "right" },
    ],
    tried.map((each) => [
      show(each.value),
      String(each.failed),
      String(each.found),
      formatNumber(each.power.value, 3),
      limits(each.power),
      formatNumber(each.fitted, 3),
      significant(each.estimate),
      significant(each.stdError),
      significant(each.truth),
    ]),
  );
}

function answerText(result: PowerResult): string {
  const { tried, parameter, target, answer, outcome, kind, curve, unit } = result;
  const [first, last] = [tried[0], tried.at(-1)];
  if (answer === null) {
    return outcome === "notReached"
      ? `Answer: none up to ${parameter} = ${show(last?.value ?? 0)}, where the power is ${formatNumber(last?.power.value ?? Number.NaN, 3)}; give a larger --to, or accept that this design does not find it.`
      : `Answer: below ${parameter} = ${show(first?.value ?? 0)}, where the power is ${formatNumber(first?.power.value ?? Number.NaN, 3)} already; give a smaller --from.`;
  }
  const low = answer.low === null ? "below what was tried" : show(answer.low);
  const high = answer.high === null ? "above what was tried" : show(answer.high);
  const how =
    curve === "probit"
      ? `a probit in ${kind === "size" ? `the root of ${parameter}` : parameter} through all values`
      : "a monotone (isotonic) fit, straight between the values: a probit does not fit them";
  const what =
    kind === "size"
      ? `${show(answer.value)} ${unit} give a power of ${target}`
      : `the smallest ${parameter} found with power ${target} is ${show(answer.value)} (${unit})`;
  return `Answer: ${what}; 95 % interval ${low} to ${high}. It is read from ${how}; the interval is a bootstrap over histories.`;
}

function confirmationText({ target, parameter }: PowerResult, at: TriedValue): string {
  const { low, high } = at.power;
  const verdict =
    high < target
      ? "The target is NOT confirmed: even the upper limit is below it."
      : low > target
        ? "More than the target: a smaller value may do."
        : "This agrees with the target.";
  const failed = at.failed === 0 ? "" : ` (${at.failed} without an estimate count as not found)`;
  const sign = Number.isFinite(at.positive)
    ? ` Of those found, ${formatNumber(100 * at.positive, 0)} % have a positive estimate; the mean estimate is ${significant(at.estimate)}.`
    : "";
  return `Confirmation at ${parameter} = ${show(at.value)} on fresh seeds: found in ${at.found} of ${at.replications}${failed}, ${formatNumber(at.power.value, 3)} (95 % limits ${limits(at.power)}). ${verdict}${sign}`;
}

/** Null where the size is in order. */
function worthText({ size, sizeAtAnswer, alpha }: PowerResult): string | null {
  const off = [...size, ...sizeAtAnswer].filter(({ verdict }) => verdict === "exceeded");
  const unknown = [...size, ...sizeAtAnswer].filter(({ verdict }) => verdict === "unknown");
  if (off.length > 0) {
    const which = off.map(
      ({ null: name, value, rejection }) =>
        `in "${name}"${value === null ? "" : ` at ${show(value)}`} it rejects ${formatNumber(100 * rejection.value, 0)} % (${limits(rejection)})`,
    );
    return visibleText(
      `THE POWER IS NOT WORTH READING: the test rejects where there is nothing to find, ${which.join("; ")}, and not ${100 * alpha} %. What it finds elsewhere need not be what it is named after: choose another method or estimand, and then a size.`,
    );
  }
  return unknown.length === 0
    ? null
    : "The size is unknown, for no history without the effect gave an estimate: the power is to be read with doubt.";
}

function limits({ low, high }: Share): string {
  return Number.isFinite(low) ? `${formatNumber(low, 3)} to ${formatNumber(high, 3)}` : "–";
}

function show(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}

function significant(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "–";
}
