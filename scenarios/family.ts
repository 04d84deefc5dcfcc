import type { CalibrationParameter } from "./calibrationParameter.ts";
import type { DescriptiveLayout, PublishedOddity, PublishedTable, PublishedVariable } from "./published.ts";
import type { SelectionCheckSpecification } from "./selectionCheck.ts";
import type { ModelSpecification } from "./specification.ts";
import type { FamilySurvey } from "./surveyItem.ts";
import type { CalibrationTarget, Proposition, Target } from "./target.ts";

/** A ready world: a name, one line, the question it answers, and what differs from the defaults of the schema. */
export interface Preset {
  readonly name: string;
  readonly summary: string;
  /** Parameters as a user would write them; everything else is at its default. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** One paper: its worlds, its regressions and its published tables. A family is a folder here; `families.ts` lists them, `catalogue.ts` their worlds. */
export interface Family {
  readonly name: string;
  readonly reference: string;
  readonly presets: readonly Preset[];
  /** Worlds of clusters (`clusters/`), which have firms and governance modes in place of pairs. */
  readonly clusterPresets?: readonly Preset[];
  readonly specifications: readonly ModelSpecification[];
  /** The paper's tables as printed, in their order. */
  readonly published: () => readonly PublishedTable[];
  /** By table and variable: what is not a column of the panel under its own name and in its own unit. */
  readonly publishedVariables: Readonly<Record<string, Readonly<Record<string, PublishedVariable>>>>;
  /** By table and model: the specification that repeats it. */
  readonly publishedModels?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By table of descriptives: how it is made of a panel; one that is not named here has no simulated side. */
  readonly publishedDescriptives?: Readonly<Record<string, DescriptiveLayout>>;
  /** The tables' words for sets of dummies, and the columns (or interactions, `a × b`) that are such a set. */
  readonly publishedDummies?: Readonly<Record<string, readonly string[]>>;
  /** Cells of the tables that are misprinted or do not mean what they say. */
  readonly publishedOddities?: readonly PublishedOddity[];
  /** Starting and staying in one likelihood, where the paper did that beside a table of durations. */
  readonly selectionCheck?: SelectionCheckSpecification;
  /** Where the paper is a survey: how its tables are made of the answers of simulated firms. */
  readonly survey?: FamilySurvey;
  /** Figures to come near to. */
  readonly targets?: readonly Target[];
  /** Figures that a calibrated world is held against, together. */
  readonly calibrationTargets?: readonly CalibrationTarget[];
  /** Firms that the regressions are about; those of the panel as it is surveyed when left out. */
  readonly regressionSample?: "survivors";
  /** What a calibration moves where nothing else is asked for. */
  readonly calibrationParameters?: readonly CalibrationParameter[];
  /** Claims in words. */
  readonly propositions?: readonly Proposition[];
}
