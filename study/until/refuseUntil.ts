import { InvalidInput, nearestName, showFound } from "../../scenarios/index.ts";
import type { Cell } from "../cells.ts";
import type { Design } from "../design.ts";
import { couldBeEstimand, knownEstimands } from "../estimands.ts";

/** @throws InvalidInput for a rule that says nothing, looks later than the last replication, or at what no cell has. */
export function refuseUntil({ until, replications }: Design, cells: readonly Cell[]): void {
  if (until === undefined) return;
  const { mcse, hours, minimum, estimands = [] } = until;
  if (hours === undefined && Object.keys(mcse ?? {}).length === 0) {
    throw new InvalidInput({
      path: "until",
      found: "neither mcse nor hours",
      expected: 'at least one of them, e.g. "mcse": { "coverage": 0.01 }',
    });
  }
  if (minimum > replications) {
    throw new InvalidInput({
      path: "until.minimum",
      found: String(minimum),
      expected: `at most the design's replications, ${replications}: they are the most a cell has`,
    });
  }
  for (const [index, estimand] of estimands.entries()) {
    const given = cells.some(({ methods, scenario }) =>
      methods.some((method) => couldBeEstimand(method, estimand, scenario)),
    );
    if (given) continue;
    const known = [...new Set(cells.flatMap(({ methods }) => methods.flatMap(knownEstimands)))];
    throw new InvalidInput({
      path: `until.estimands[${index}]`,
      found: showFound(estimand),
      expected: `an estimand of the methods, such as ${known.join(", ")}`,
      suggestion: nearestName(estimand, known),
    });
  }
}
