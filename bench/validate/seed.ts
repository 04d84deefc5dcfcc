/** The seed of the page. */
export const SEED = "2026";
