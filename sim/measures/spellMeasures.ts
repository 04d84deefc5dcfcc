import type { SimulatedHistory } from "../run.ts";
import {
  type DeInternationalisation,
  deInternationalisation,
  type StartRate,
} from "./deInternationalisation.ts";

/** One number of a history; NaN where its panel cannot tell. Named in targets and propositions of the families. */
export type Measure = (history: SimulatedHistory) => number;

/** Measures of spells, pauses and re-entries. All are shares or ratios but medianPause and yearsAbroad, which are in years. */
export const spellMeasures: Readonly<Record<string, Measure>> = {
  reentryRate: (history) => ofHistory(history).reentryRate,
  medianPause: (history) => ofHistory(history).medianPause,
  /** Of the stops that can be told, those that were over within two years. */
  temporaryShare: (history) => {
    const { temporary, final } = ofHistory(history);
    return temporary / (temporary + final);
  },
  /** Stops that keep a tie. */
  keptTies: (history) => {
    const { pauses, stops } = ofHistory(history);
    return pauses / stops;
  },
  /** Re-entries a year with a dormant tie. */
  startsOutOfTies: (history) => {
    const { reentries, dormant } = ofHistory(history);
    return reentries / dormant;
  },
  /** Rate of starts in the first two years after a stop: paused pairs relative to those without a tie. */
  tieAdvantage: (history) => {
    const { withTie, withoutTie } = ofHistory(history).byYearsOfSilence;
    return ratio(rate(withTie.slice(0, 2)), rate(withoutTie.slice(0, 2)));
  },
  /** Rate of starts in the third and fourth year after a stop relative to the first: with a tie and without one. */
  silenceWithTie: (history) => fall(ofHistory(history).byYearsOfSilence.withTie),
  silenceWithoutTie: (history) => fall(ofHistory(history).byYearsOfSilence.withoutTie),
  volumeBeforeStop,
  clientAdvantage,
  /** Firm-years abroad in all; starters per inactive pair and leavers per active one, a year. */
  activeShare: ({ diagnostics }) => diagnostics.activeShare,
  entryRate: ({ diagnostics }) => diagnostics.entryRate,
  exitRate: ({ diagnostics }) => diagnostics.exitRate,
  yearsAbroad,
};

function fall(rates: readonly StartRate[]): number {
  return ratio(rate(rates.slice(2, 4)), rate(rates.slice(0, 1)));
}

function ofHistory(history: SimulatedHistory): DeInternationalisation {
  const values = (name: string) => history.columns.find((column) => column.name === name)?.values;
  const needed = (name: string) => {
    const found = values(name);
    if (found === undefined) throw new RangeError(`the history has no column ${name}`);
    return found;
  };
  const [paused, tieStrength] = [values("paused"), values("tieStrength")];
  return deInternationalisation({
    pair: needed("pair"),
    year: needed("year"),
    active: needed("active"),
    yLag: needed("yLag"),
    ...(paused !== undefined && { paused }),
    ...(tieStrength !== undefined && { tieStrength }),
  });
}

/** NaN where there is nothing to compare with: a history without such starts says nothing, and no infinity. */
function ratio(value: number, base: number): number {
  return base === 0 ? Number.NaN : value / base;
}

function rate(rates: readonly StartRate[]): number {
  let starts = 0;
  let atRisk = 0;
  for (const each of rates) {
    starts += each.starts;
    atRisk += each.atRisk;
  }
  return starts / atRisk;
}

/** Mean volume in the year before a stop, relative to that before a year of staying. */
function volumeBeforeStop({ rows, columns }: SimulatedHistory): number {
  const values = (name: string) => columns.find((column) => column.name === name)?.values;
  const [pair, active, volume] = [values("pair"), values("active"), values("volume")];
  if (pair === undefined || active === undefined || volume === undefined) return Number.NaN;
  const sums = [0, 0];
  const counts = [0, 0];
  for (let row = 1; row < rows; row++) {
    if (pair[row] !== pair[row - 1] || active[row - 1] === 0) continue;
    sums[active[row]] += volume[row - 1];
    counts[active[row]] += 1;
  }
  return ratio(sums[0] / counts[0], sums[1] / counts[1]);
}

/** Rate of starts of suppliers where their client is, relative to where it is not. */
function clientAdvantage({ rows, columns }: SimulatedHistory): number {
  const values = (name: string) => columns.find((column) => column.name === name)?.values;
  const [yLag, active, client, supplier] = ["yLag", "active", "clientActive", "supplier"].map(values);
  if (yLag === undefined || active === undefined || client === undefined || supplier === undefined) {
    return Number.NaN;
  }
  const starts = [0, 0];
  const atRisk = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (yLag[row] === 1 || supplier[row] === 0) continue;
    atRisk[client[row]] += 1;
    starts[client[row]] += active[row];
  }
  return ratio(starts[1] / atRisk[1], starts[0] / atRisk[0]);
}

/** Years abroad, of the last six that are recorded, of the firms that were abroad in any of them. */
function yearsAbroad({ rows, columns }: SimulatedHistory): number {
  const values = (name: string) => columns.find((column) => column.name === name)?.values;
  const [firm, year, active] = [values("firm"), values("year"), values("active")];
  if (firm === undefined || year === undefined || active === undefined) return Number.NaN;
  let last = Number.NEGATIVE_INFINITY;
  for (const each of year) last = Math.max(last, each);
  const firms = new Set<number>();
  const firmYears = new Set<number>();
  for (let row = 0; row < rows; row++) {
    if (active[row] === 0 || year[row] <= last - 6) continue;
    firms.add(firm[row]);
    firmYears.add(6 * firm[row] + last - year[row]);
  }
  return ratio(firmYears.size, firms.size);
}
