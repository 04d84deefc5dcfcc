import type { ModelSpecification } from "../../scenarios/index.ts";
import { resolveScenario } from "../../scenarios/index.ts";
import { type Phrase, phrase } from "../../scenarios/phrase.ts";
import type { Design } from "../design.ts";
import { mechanismOf } from "../power/mechanismOf.ts";
import { type CalibratedBase, calibrateBase } from "./calibrateBase.ts";
import { destinationOffsets, type KnownTerm, knownFactor, knownTerm, noControls } from "./knownColumns.ts";
import type { PanelMargins } from "./panelMargins.ts";
import { type Placement, placeFirms } from "./placeFirms.ts";

/** A fitted probit of a user's panel, as far as a world is made of it. */
export interface FittedPanel {
  /** Name of the outcome's column. */
  readonly outcome: string;
  /** Numeric terms but the intercept, as the formula prints them; spreads are standard deviations in the sample. */
  readonly terms: readonly {
    readonly name: string;
    readonly estimate: number;
    readonly stdError: number;
    readonly spread: number;
  }[];
  /** Sets of dummies with the coefficient of each level, 0 for the reference. */
  readonly factors: readonly {
    readonly name: string;
    readonly levels: readonly string[];
    readonly coefficients: readonly number[];
  }[];
  /** Standard deviation of the random effect; null of a pooled probit. */
  readonly sigma: number | null;
  readonly margins: PanelMargins;
  /** Units by province; null where no column tells. */
  readonly unitsOfProvince: readonly number[] | null;
  /** Column whose values are clusters; null without. */
  readonly cluster: string | null;
  /** The user's names of our columns. */
  readonly names: Readonly<Record<string, string>>;
}

/** What of a panel a world has. */
export interface CarriedTerm {
  readonly term: string;
  readonly column: string;
  readonly parameter: string;
  readonly estimate: number;
  /** In the panel: the model standard error of the study is to be near it. */
  readonly stdError: number;
  /** In the panel, and in a history of the world. */
  readonly spread: number;
  readonly worldSpread: number;
}

export interface DesignFromPanel {
  readonly design: Design;
  readonly carried: readonly CarriedTerm[];
  /** Dummies the method has, and whether the world has their coefficients. */
  readonly factors: readonly { readonly name: string; readonly column: string; readonly inWorld: boolean }[];
  /** Terms and dummies that are neither in the world nor in the method. */
  readonly left: readonly string[];
  readonly placement: Placement;
  readonly panel: PanelMargins;
  readonly world: CalibratedBase;
  /** Null where a cluster column is not one of ours. */
  readonly cluster: string | null;
  readonly warnings: readonly Phrase[];
}

const CLUSTERS = ["pair", "firm", "province", "region", "industry", "destination", "year"];
export const OWN_MODEL = "own/model";

/**
 * A study whose world has a panel's size, margins and coefficients: `canello-2022/eq1`, in which the dynamic probit itself is
 * how firms decide. The intercept is calibrated so that as many are active.
 *
 * @param estimand our column whose power is of interest; the first carried peer column, or the first carried, when null.
 */
export function designFromFit(fitted: FittedPanel, estimand: string | null): DesignFromPanel {
  const known = fitted.terms.map((term) => ({
    ...term,
    known: knownTerm(term.name, fitted.outcome, fitted.names),
  }));
  const carried = known.filter((term): term is typeof term & { known: KnownTerm } => term.known !== null);
  const factors = fitted.factors.map((factor) => ({
    ...factor,
    column: knownFactor(factor.name, fitted.names),
  }));
  const offsets = factors
    .filter(({ column }) => column === "destination")
    .map(({ levels, coefficients }) => destinationOffsets(levels, coefficients))
    .find((each) => each !== null);
  const placement = placeFirms(fitted.margins.units, fitted.unitsOfProvince);
  const set = worldOf(
    fitted,
    carried.map(({ known, estimate }) => ({ ...known, estimate })),
    placement,
    offsets ?? null,
  );
  const columns = carried.map(({ known }) => known.column);
  const world = calibrateBase(set, fitted.margins.activeShare, columns);
  const cluster = fitted.cluster === null ? null : (fitted.names[fitted.cluster] ?? fitted.cluster);
  const ourCluster = cluster !== null && CLUSTERS.includes(cluster) ? cluster : null;
  const specification = methodOf(
    fitted,
    carried.map(({ known }) => known),
    factors,
    ourCluster,
  );
  const chosen =
    estimand ?? columns.find((column) => /Peers/.test(column)) ?? columns.find((name) => name !== "yInitial");
  const complete = { ...set, base: world.base };
  return {
    design: designOf(specification, complete, chosen ?? null),
    carried: carried.map(({ name, estimate, stdError, spread, known: { column, parameter } }) => ({
      term: name,
      column,
      parameter,
      estimate,
      stdError,
      spread,
      worldSpread: world.spreads[column] ?? Number.NaN,
    })),
    factors: factors.flatMap(({ name, column }) =>
      column === null ? [] : [{ name, column, inWorld: column === "destination" && offsets !== undefined }],
    ),
    left: [
      ...known.filter((term) => term.known === null).map(({ name }) => name),
      ...factors.filter(({ column }) => column === null).map(({ name }) => name),
    ],
    placement,
    panel: fitted.margins,
    world,
    cluster: ourCluster,
    warnings: [
      ...warningsOf(fitted, world, cluster, ourCluster),
      ...interactionWarnings(
        carried.map(({ name }) => name),
        known.filter((term) => term.known === null).map(({ name }) => name),
      ),
    ],
  };
}

function worldOf(
  { sigma, margins }: FittedPanel,
  carried: readonly (KnownTerm & { readonly estimate: number })[],
  placement: Placement,
  offsets: readonly number[] | null,
): Record<string, unknown> {
  const controls = noControls();
  const set: Record<string, unknown> = {
    ...placement,
    // The first recorded year only gives the initial state.
    recordedYears: Math.max(3, margins.periods + 1),
    stateDependence: 0,
    initialEffect: 0,
    imitationSame: 0,
    imitationOther: 0,
    captiveSame: 0,
    captiveOther: 0,
    pairEffectSd: rounded(sigma ?? 0),
  };
  for (const { parameter, estimate, set: further } of carried) {
    Object.assign(set, further);
    if (parameter.startsWith("controls.")) controls[parameter.slice("controls.".length)] = rounded(estimate);
    else set[parameter] = rounded(estimate);
  }
  return {
    ...set,
    controls,
    ...(offsets === null ? {} : { destinationOffset: offsets.map(rounded) }),
  };
}

function methodOf(
  { sigma }: FittedPanel,
  carried: readonly KnownTerm[],
  factors: readonly { readonly column: string | null }[],
  cluster: string | null,
): ModelSpecification {
  const logged = carried.filter(({ log }) => log);
  const columns = factors.flatMap(({ column }) => (column === null ? [] : [column]));
  return {
    name: OWN_MODEL,
    summary: "The model that was fitted to the panel, without the terms that the world does not have",
    source: "bandwagon study design-from",
    model: sigma === null ? "probit" : "randomEffectsProbit",
    outcome: "active",
    numeric: carried.map(({ column }) => column),
    factors: columns,
    group: "pair",
    quadratureNodes: 12,
    averagePartialEffects: [],
    ...(logged.length === 0
      ? {}
      : { derived: logged.map(({ column }) => ({ name: column, column, by: "log1p" as const })) }),
    ...(cluster === null ? {} : { cluster }),
  };
}

function designOf(
  specification: ModelSpecification,
  set: Record<string, unknown>,
  estimand: string | null,
): Design {
  const scenario = resolveScenario("canello-2022/eq1", set);
  const mechanism = estimand === null ? null : mechanismOf(estimand, scenario, specification.model);
  return {
    aim: "Size, power and smallest detectable effect of a model in a world with the size, margins and coefficients of the panel it was fitted to",
    dataGenerating: { name: "as the panel", scenario: "canello-2022/eq1", set },
    specifications: [specification],
    methods: [specification.name],
    ...(estimand === null ? {} : { estimands: [estimand] }),
    performance: ["bias", "empiricalSe", "modelSe", "coverage", "rejection", "convergence"],
    replications: 200,
    seed: "design-from",
    alpha: 0.05,
    streams: "independent",
    ...(mechanism === null
      ? {}
      : {
          power: {
            solve: "firms",
            effect: mechanism,
            target: 0.8,
            nulls: {
              "no effect": { [mechanism]: 0 },
              "no effect, destinations suit some provinces": {
                [mechanism]: 0,
                provinceDestinationFitSd: 0.2,
              },
            },
          },
        }),
  };
}

function warningsOf(
  { margins, sigma }: FittedPanel,
  world: CalibratedBase,
  cluster: string | null,
  ourCluster: string | null,
): Phrase[] {
  const warnings: Phrase[] = [];
  const off = Math.abs(world.margins.activeShare - margins.activeShare);
  if (off > 0.1 * Math.min(margins.activeShare, 1 - margins.activeShare)) {
    warnings.push(
      phrase`no constant gives the panel's share of active units in a world with these coefficients (imitation so strong is explosive): the study would not be of your data`,
    );
  }
  if (sigma === null) {
    warnings.push(
      phrase`a pooled probit has no spread of units: the world has none, and what units have for good counts as noise`,
    );
  }
  if (cluster !== null && ourCluster === null) {
    warnings.push(
      phrase`clusters by ${cluster} are no column of the world: the study's errors are not clustered`,
    );
  }
  const more = world.margins.rows / margins.rows;
  if (!(more > 0.9 && more < 1.1)) {
    warnings.push(
      phrase`the world's panel is balanced and has ${world.margins.rows} rows, yours ${margins.rows}: errors go with 1 / √rows, so those of the world are ${(1 / Math.sqrt(more)).toFixed(2)} of yours for that alone`,
    );
  }
  return warnings;
}

/** A coefficient of a term that also stands in an interaction is that where the rest of the interaction is 0. */
function interactionWarnings(carried: readonly string[], left: readonly string[]): Phrase[] {
  return left.flatMap((term) => {
    const inside = carried.filter((name) => term.split(":").includes(name));
    if (inside.length === 0 || !term.includes(":")) return [];
    return [
      phrase`${term} is left out, and ${inside.join(", ")} is carried over with the coefficient it has where the rest of ${term} is 0: fit a formula without the interaction`,
    ];
  });
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
