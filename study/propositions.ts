import { studentTwoSidedPValue } from "../numerics/studentT.ts";
import {
  type Family,
  type Proposition,
  type PropositionCheck,
  resolveScenario,
  type Target,
} from "../scenarios/index.ts";
import { simulate } from "../sim/index.ts";
import { spellMeasures } from "../sim/measures/spellMeasures.ts";

/** The mean of a measure over histories, with its Monte Carlo standard error. */
export interface Measured {
  readonly mean: number;
  readonly monteCarloError: number;
  /** Histories in which the measure had a value. */
  readonly histories: number;
}

/** A measure of a world, history by history; NaN where it has none. */
export type MeasuredWorlds = (world: string, measure: string) => readonly number[];

export interface CheckedTarget extends Measured {
  readonly target: Target;
  /** Whether the mean is accepted. */
  readonly holds: boolean;
}

export interface CheckedProposition {
  readonly proposition: Proposition;
  readonly check: PropositionCheck;
  readonly found: Measured;
  /** What `found` was to be above or below: the number, or the other world's mean. */
  readonly comparison: number;
  /** `found` less `comparison`, history by history. */
  readonly difference: Measured;
  /**
   * Whether the difference has the sign claimed and is not zero by Student's t over the histories, two-sided at 5 %; null below three
   * histories, which cannot tell.
   */
  readonly holds: boolean | null;
}

export interface CheckOptions {
  /** Histories a world, numbered from 1; default 30. */
  readonly replications?: number;
  readonly seed?: string;
  /** Parameters set in every world, e.g. fewer firms. */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** How near the first preset of a family comes to the family's targets. */
export function checkTargets(family: Family, measure: MeasuredWorlds): CheckedTarget[] {
  const [baseline] = family.presets;
  if (baseline === undefined) return [];
  return (family.targets ?? []).map((target) => {
    const found = summary(measure(baseline.name, target.name));
    return { target, ...found, holds: found.mean >= target.from && found.mean <= target.to };
  });
}

/** What a family claims, over many histories; worlds that are compared share every draw. */
export function checkPropositions(family: Family, measure: MeasuredWorlds): CheckedProposition[] {
  return (family.propositions ?? []).flatMap((proposition) =>
    proposition.checks.map((check) => {
      const values = measure(check.world, check.measure);
      const { than } = check;
      const others = typeof than === "number" ? values.map(() => than) : measure(than.world, check.measure);
      const differences = values.map((value, at) => value - (others[at] ?? Number.NaN));
      const difference = summary(differences);
      return {
        proposition,
        check,
        found: summary(values),
        comparison: summary(others).mean,
        difference,
        holds: hasSign(check.is, difference),
      };
    }),
  );
}

function hasSign(is: PropositionCheck["is"], { mean, monteCarloError, histories }: Measured): boolean | null {
  if (histories < 3) return null;
  const signed = is === "above" ? mean : -mean;
  return signed > 0 && studentTwoSidedPValue(signed / monteCarloError, histories - 1) <= 0.05;
}

/** Every measure of every world of a family that has pairs: what it does, beside what is claimed. */
export function measureWorlds(
  family: Family,
  measure: MeasuredWorlds,
): { world: string; measures: Record<string, Measured> }[] {
  return family.presets.map(({ name: world }) => {
    const entries = Object.keys(spellMeasures).map((name) => [name, summary(measure(world, name))] as const);
    return { world, measures: Object.fromEntries(entries) };
  });
}

/**
 * All measures of a world's histories, simulated when they are first asked for, and once however often they are.
 *
 * @throws RangeError (when asked) for a measure that does not exist.
 */
export function measuredWorlds({
  replications = 30,
  seed = "1",
  set = {},
}: CheckOptions = {}): MeasuredWorlds {
  const worlds = new Map<string, readonly HistoryMeasures[]>();
  return measuredBy((world) => {
    const known = worlds.get(world);
    if (known !== undefined) return known;
    const histories = Array.from({ length: replications }, (_, at) =>
      measuresOfHistory(world, at + 1, { seed, set }),
    );
    worlds.set(world, histories);
    return histories;
  });
}

/** All measures of one history, by name. */
export type HistoryMeasures = Readonly<Record<string, number>>;

/** One history of a world and its measures: what `measuredWorlds` does many times. */
export function measuresOfHistory(
  world: string,
  replication: number,
  { seed = "1", set = {} }: Pick<CheckOptions, "seed" | "set"> = {},
): HistoryMeasures {
  const key = { seed, condition: "common", replication };
  const history = simulate(resolveScenario(world, set), key, { recordTruth: false });
  return Object.fromEntries(Object.entries(spellMeasures).map(([name, of]) => [name, of(history)] as const));
}

/**
 * Measures of histories that somebody else has, or makes.
 *
 * @throws RangeError (when asked) for a measure that does not exist.
 */
export function measuredBy(histories: (world: string) => readonly HistoryMeasures[]): MeasuredWorlds {
  return (world, measure) => {
    if (!(measure in spellMeasures)) {
      throw new RangeError(
        `there is no measure ${measure}; there are ${Object.keys(spellMeasures).join(", ")}`,
      );
    }
    return histories(world).map((each) => each[measure] ?? Number.NaN);
  };
}

function summary(all: readonly number[]): Measured {
  const values = all.filter((value) => !Number.isNaN(value));
  const histories = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / histories;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, monteCarloError: Math.sqrt(squares / (histories - 1) / histories), histories };
}
