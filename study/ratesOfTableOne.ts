/**
 * Rates that follow from the rows of Table 1, by the paper's own counts: firms, not pairs. Starters here are whoever was active
 * nowhere the year before, firms that come back after a gap among them, so that entry is higher and the residual lower than
 * the measures of the same name in `measurePanel` (T2 and T12), which count a firm's first entry alone.
 */
export interface RatesOfTableOne {
  /** Active firms in all firms, by year. */
  readonly offshoreOutsourcingShare: readonly number[];
  /** Backshorers in the stock of the year before, from the second year on; as are all below. */
  readonly exitHazard: readonly number[];
  /** Starters in the firms that were not active the year before. */
  readonly entryRate: readonly number[];
  /** What stock, starters and backshorers leave of the next stock: re-entries, moves, closures. */
  readonly stockFlowResidual: readonly number[];
  readonly populationGrowth: readonly number[];
  /** Cost of subcontracting abroad in that abroad and at home, by year, the first included. */
  readonly foreignShareOfSubcontracting: readonly number[];
}

/**
 * @param rows of a table like Table 1, simulated or printed: the number of firms, of active ones, of starters and of
 *   backshorers, and the two costs. NaN where a value is missing.
 */
export function ratesOfTableOne(
  rows: readonly { readonly name: string; readonly values: readonly (number | null)[] }[],
): RatesOfTableOne {
  const valuesOf = (name: string) =>
    (rows.find((row) => row.name === name)?.values ?? []).map((value) => value ?? Number.NaN);
  const firms = valuesOf("mseTotal");
  const active = valuesOf("mseOffshoreOutsourcing");
  const started = valuesOf("mseNew");
  const backshored = valuesOf("mseBackshoring");
  const foreign = valuesOf("foreignSubcontractingCost");
  const domestic = valuesOf("domesticSubcontractingCost");
  const fromSecond = (rate: (at: number) => number) => firms.slice(1).map((_, at) => rate(at + 1));
  const at = (values: readonly number[], year: number) => values[year] ?? Number.NaN;
  return {
    offshoreOutsourcingShare: active.map((count, year) => count / at(firms, year)),
    exitHazard: fromSecond((year) => at(backshored, year) / at(active, year - 1)),
    entryRate: fromSecond((year) => at(started, year) / (at(firms, year) - at(active, year - 1))),
    stockFlowResidual: fromSecond(
      (year) => at(active, year) - (at(active, year - 1) + at(started, year) - at(backshored, year)),
    ),
    populationGrowth: fromSecond((year) => at(firms, year) / at(firms, year - 1) - 1),
    foreignShareOfSubcontracting: foreign.map((cost, year) => cost / (cost + at(domestic, year))),
  };
}
