/** What a model can be fitted as; a random effect, strata or absorbed effects come from the choices beside it. */
export const families = ["probit", "logit", "cloglog", "cox", "linear"] as const;
export type Family = (typeof families)[number];

/** How a column becomes a term. All but the first two look at other rows of the same unit. */
export const uses = ["asIs", "category", "lag", "initial", "mean"] as const;
export type Use = (typeof uses)[number];

export interface Regressor {
  readonly column: string;
  readonly use: Use;
}

/** Which column plays which part; "" where none does. */
export interface Choices {
  readonly family: Family;
  readonly outcome: string;
  /** The value of the outcome that counts as 1; "" for the column itself. */
  readonly outcomeValue: string;
  /** Of durations; an entry time makes rows from start to stop. */
  readonly entry: string;
  readonly time: string;
  readonly event: string;
  readonly eventValue: string;
  readonly regressors: readonly Regressor[];
  /** Whose random effect. */
  readonly group: string;
  readonly strata: string;
  readonly absorbed: string;
  readonly absorbedToo: string;
  readonly unit: string;
  readonly period: string;
  readonly cluster: string;
  readonly weights: string;
  readonly subset: string;
  readonly ties: "efron" | "breslow" | "exact";
  readonly penalty: boolean;
  readonly effects: boolean;
  /** Covariates of survival curves, as in "age=60,sex=1; age=60,sex=2". */
  readonly at: string;
}

export const noChoices: Choices = {
  family: "probit",
  outcome: "",
  outcomeValue: "",
  entry: "",
  time: "",
  event: "",
  eventValue: "",
  regressors: [],
  group: "",
  strata: "",
  absorbed: "",
  absorbedToo: "",
  unit: "",
  period: "",
  cluster: "",
  weights: "",
  subset: "",
  ties: "efron",
  penalty: false,
  effects: true,
  at: "",
};

/** The same choices without the columns that a table does not have. */
export function choicesAmong(choices: Choices, names: ReadonlySet<string>): Choices {
  const known = (name: string) => (names.has(name) ? name : "");
  return {
    ...choices,
    outcome: known(choices.outcome),
    entry: known(choices.entry),
    time: known(choices.time),
    event: known(choices.event),
    group: known(choices.group),
    strata: known(choices.strata),
    absorbed: known(choices.absorbed),
    absorbedToo: known(choices.absorbedToo),
    unit: known(choices.unit),
    period: known(choices.period),
    cluster: known(choices.cluster),
    weights: known(choices.weights),
    regressors: choices.regressors.filter(({ column }) => names.has(column)),
  };
}

/** The family of that name; a probit where there is none. */
export function parseFamily(name: string | undefined): Family {
  return families.find((each) => each === name) ?? "probit";
}
