import type { ModelSpecification } from "../scenarios/index.ts";
import { panelColumns } from "../sim/recording/panelColumns.ts";
import { sourcesOf } from "./derivedColumns.ts";
import { pairColumnsOf } from "./firmLevelPanel.ts";
import { spellColumns, unitColumn } from "./methods.ts";
import { PERMUTATION_COLUMNS } from "./placebo/permutationTest.ts";

/**
 * The columns of a recorded panel that the methods of a replication read, in the order of the panel. What they estimate and
 * the truth it is held against need no others. A name that no panel has is left out: its method refuses it by itself.
 */
export function neededColumns(methods: readonly ModelSpecification[]): string[] {
  const named = new Set(methods.flatMap(columnsRead));
  return panelColumns.map(({ name }) => name).filter((name) => named.has(name));
}

function columnsRead(specification: ModelSpecification): string[] {
  const { numeric, factors, interactions = [], derived = [], rows, cluster } = specification;
  const made = new Set(derived.map(({ name }) => name));
  const read = [
    ...numeric,
    ...factors,
    ...interactions.flat(),
    ...(rows?.where ?? []).map((each) => each.column),
  ];
  if (cluster !== undefined) read.push(cluster);
  if (specification.model === "cox") read.push(...specification.strata);
  else if (specification.model === "conditionalLogit")
    read.push(specification.outcome, specification.alternative, ...specification.choiceSet);
  else if (specification.model === "permutationTest")
    return [...PERMUTATION_COLUMNS, ...specification.within];
  else read.push(specification.outcome, specification.group);
  const columns = [
    ...read.filter((name) => !made.has(name)),
    ...derived.flatMap((each) => sourcesOf(each, unitColumn(specification))),
    ...(specification.model === "cox" ? Object.values(spellColumns(specification)) : []),
  ];
  return specification.unit === "firm" ? pairColumnsOf(columns) : columns;
}
