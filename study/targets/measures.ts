/**
 * What a history is measured to be, by the names that parts of targets (`scenarios/target.ts`) have for it. A name that is
 * not there was not measured; NaN is a measure without a value in this history, as a ratio to nothing or a coefficient of a fit that
 * did not converge.
 */
export type Measures = Readonly<Record<string, number>>;
