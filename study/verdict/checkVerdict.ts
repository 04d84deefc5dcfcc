import { InvalidInput, nearestName, showFound } from "../../scenarios/index.ts";
import type { Cell } from "../cells.ts";
import type { Design } from "../design.ts";
import { averagePartialEffectName, knownEstimands } from "../estimands.ts";

/** @throws InvalidInput where a verdict names a method or a term that the study has not, with the path in the design. */
export function refuseUnknownVerdict({ verdict }: Design, cells: readonly Cell[]): void {
  if (verdict === undefined) return;
  const methods = new Map(cells.flatMap((cell) => cell.methods.map((method) => [method.name, method])));
  const partial = averagePartialEffectName(verdict.effect);
  for (const cell of cells) {
    if (cell.methods.some((method) => knownEstimands(method).includes(partial))) continue;
    throw new InvalidInput({
      path: "verdict.effect",
      found: showFound(verdict.effect),
      expected: `a term of which a method in world "${cell.world}" estimates the average partial effect: without it nothing says what is true there`,
    });
  }
  const known = [...methods.keys()];
  const named = [
    ...Object.keys(verdict.placebos ?? {}).map((name) => ({ name, path: `verdict.placebos.${name}` })),
    ...(verdict.tests ?? []).map((name, index) => ({ name, path: `verdict.tests[${index}]` })),
  ];
  for (const { name, path } of named) {
    if (methods.has(name)) continue;
    throw new InvalidInput({
      path,
      found: showFound(name),
      expected: `a method of the study: ${known.join(", ")}`,
      suggestion: nearestName(name, known),
    });
  }
  for (const [name, term] of Object.entries(verdict.placebos ?? {})) {
    const method = methods.get(name);
    if (method === undefined || knownEstimands(method).includes(term)) continue;
    const terms = knownEstimands(method);
    throw new InvalidInput({
      path: `verdict.placebos.${name}`,
      found: showFound(term),
      expected: `a term of ${name}: ${terms.join(", ")}`,
      suggestion: nearestName(term, terms),
    });
  }
}
