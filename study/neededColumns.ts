import type { ModelSpecification } from "../scenarios/index.ts";
import { panelColumns } from "../sim/recording/panelColumns.ts";
import { PAIR, YEAR } from "./derivedColumns.ts";
import { SPELL_COLUMNS } from "./methods.ts";

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
  else read.push(specification.outcome, specification.group);
  return [
    ...read.filter((name) => !made.has(name)),
    ...derived.flatMap(({ column, by }) =>
      by === "meanOfPair" || by === "lead" ? [column, PAIR, YEAR] : [column],
    ),
    ...(specification.model === "cox" ? Object.values(SPELL_COLUMNS) : []),
  ];
}
