import { nearestName } from "../../scenarios/nearestName.ts";
import { phrase, type Said } from "../../scenarios/phrase.ts";
import type { Argument } from "./expression.ts";
import { InvalidFormula, type Source } from "./invalidFormula.ts";

/** A function of the formula language: how it is written, and how many arguments it takes. */
interface FormulaFunction {
  readonly use: Said;
  readonly fewest: number;
  readonly most: number;
  /** Names an argument may be given by. */
  readonly named?: readonly string[];
}

const ONE = { fewest: 1, most: 1 };

const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map([
  ["I", { use: "I(expression)", ...ONE }],
  ["log", { use: phrase`log(x), the natural logarithm`, ...ONE }],
  ["log1p", { use: phrase`log1p(x), the natural logarithm of 1 + x`, ...ONE }],
  ["exp", { use: "exp(x)", ...ONE }],
  ["sqrt", { use: "sqrt(x)", ...ONE }],
  ["abs", { use: "abs(x)", ...ONE }],
  ["is.na", { use: "is.na(x)", ...ONE }],
  ["factor", { use: phrase`factor(x) or factor(x, levels = c(…))`, fewest: 1, most: 2, named: ["levels"] }],
  ["as.factor", { use: "as.factor(x)", ...ONE }],
  ["c", { use: "c(1, 2, …)", fewest: 1, most: Number.POSITIVE_INFINITY }],
  ["offset", { use: "offset(x)", ...ONE }],
  ["strata", { use: phrase`strata(g) or strata(g, h, …)`, fewest: 1, most: Number.POSITIVE_INFINITY }],
  ["cluster", { use: "cluster(g)", ...ONE }],
  ["Surv", { use: phrase`Surv(time, event) or Surv(start, stop, event)`, fewest: 1, most: 3 }],
  ["lag", { use: phrase`lag(x) or lag(x, periods)`, fewest: 1, most: 2 }],
  ["initial", { use: "initial(x)", ...ONE }],
  ["mean", { use: "mean(x)", ...ONE }],
]);

export function isFunction(name: string): boolean {
  return FUNCTIONS.has(name);
}

/** Refuses a function formulas do not have, and arguments it does not take. */
export function checkCall(
  source: Source,
  call: { readonly name: string; readonly arguments: readonly Argument[]; readonly start: number },
): void {
  const known = FUNCTIONS.get(call.name);
  if (known === undefined) {
    const names = [...FUNCTIONS.keys()];
    throw new InvalidFormula(source, call, {
      found: phrase`the function ${call.name}()`,
      expected: phrase`one of ${names.join(", ")}`,
      suggestion: nearestName(call.name, names),
    });
  }
  const count = call.arguments.length;
  if (count < known.fewest || count > known.most) {
    const found =
      count === 1 ? phrase`${call.name}() with one argument` : phrase`${call.name}() with ${count} arguments`;
    throw new InvalidFormula(source, call, { found, expected: known.use });
  }
  for (const [index, { name, value }] of call.arguments.entries()) {
    if (name === null || (index > 0 && known.named?.includes(name))) continue;
    throw new InvalidFormula(source, value, {
      found: phrase`an argument named ${name}`,
      expected: known.use,
      suggestion: nearestName(name, known.named ?? []),
    });
  }
}
