import { join } from "node:path";

/** What stands in the folder of a study. */
export const RESULT_FILES = ["replications.parquet", "replications.csv", "summary.json"] as const;
/** The design, as it was last run; it tells whose folder this is. */
export const DESIGN_FILE = "design.json";
/** Logs, each written by one process only, and never again once it has ended. */
export const LOG_FOLDER = "rows";

export const designPath = (folder: string) => join(folder, DESIGN_FILE);
export const logFolder = (folder: string) => join(folder, LOG_FOLDER);
export const lockPath = (folder: string) => join(folder, "lock");
export const planPath = (folder: string, attempt: number) => join(folder, "plans", `attempt-${attempt}.json`);
export const jobsPath = (folder: string, attempt: number) => join(folder, "jobs", `attempt-${attempt}.json`);
/** What was seen at each look of a study that stops by a rule. */
export const looksPath = (folder: string) => join(folder, "looks.json");
