/** What an answer must be: one of these labels or numbers, or a number below another. */
export interface AnswerCondition {
  /** Column of the survey. */
  readonly column: string;
  readonly is?: readonly (string | number)[];
  readonly below?: number;
}

/** A number that answers make: the mean of a column, or the share (in percent) of answers that meet every condition. */
export type SurveyQuantity = (
  | {
      readonly mean: string;
      /** The mean of 100 less the answer. */
      readonly complement?: true;
    }
  | { readonly share: readonly [AnswerCondition, ...AnswerCondition[]] }
) & {
  /** Only firms that meet all of these, what they were not asked being a no; default: whoever answered what is counted. */
  readonly among?: readonly AnswerCondition[];
};

/** A row of a published survey, or one of its categories, and the answers that make it. */
export interface SurveyItem {
  /** Id of the published table. */
  readonly table: string;
  readonly row: string;
  readonly category?: string;
  /** How it is made, or why it is not. */
  readonly of: SurveyQuantity | { readonly notSimulated: string };
  /**
   * How its groups are compared: Student's t, or χ² of all the rows that name the same set of categories. Not given where the
   * paper does not compare groups.
   */
  readonly test?: "t" | { readonly categories: string };
  /** Firms behind the printed number of all firms, where they are not the sample. */
  readonly base?: number;
}

/** A number that a target or a proposition is about: a quantity of a survey, or one less another. */
export interface SurveyMeasure {
  readonly quantity: SurveyQuantity;
  readonly less?: SurveyQuantity;
}

/** How a paper's survey is repeated: its questions, and the measures of its targets and propositions by name. */
export interface FamilySurvey {
  readonly items: readonly SurveyItem[];
  readonly measures: Readonly<Record<string, SurveyMeasure>>;
}
