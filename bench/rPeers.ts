import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ModelMatrix } from "../estimators/modelMatrix.ts";
import { narrowPanel } from "./data/binaryPanel.ts";
import { durations } from "./data/durations.ts";

/** What R took for a fit, or why it took none. */
export type RFit = { readonly cpu: number; readonly logLikelihood: number } | { readonly reason: string };

/** Milliseconds after which a fit of R's is stopped. */
const limit = 60_000;

/** `glm(family = binomial("probit"))` on the panel of so many groups. */
export function glm(groups: number): RFit {
  return onPanel(groups, "stats", 'glm(formula, binomial("probit"), frame)');
}

/** `lme4::glmer` with as many nodes as asked for on the panel of so many groups and columns. */
export function glmer(groups: number, columns: number | undefined, nodes: number): RFit {
  const fit = `lme4::glmer(update(formula, ~ . + (1 | group)), frame, binomial("probit"), nAGQ = ${nodes})`;
  return onPanel(groups, "lme4", fit, columns);
}

/** `coxph` with Efron's ties on so many rows of durations. */
export function coxph(rows: number): RFit {
  const { matrix, start, stop, event } = durations(rows);
  const columns = { ...columnsOf(matrix), start: start ?? new Float64Array(rows), stop, event };
  return fitOf(
    "survival",
    columns,
    [],
    "survival::Surv(start, stop, event)",
    "survival::coxph(formula, frame)",
  );
}

function onPanel(groups: number, library: string, fit: string, columns?: number): RFit {
  const { matrix, outcome, group } = narrowPanel(groups, columns);
  const factors = matrix.factors.map((_, at) => `factor${at}`);
  return fitOf(library, { ...columnsOf(matrix), outcome, group }, factors, "outcome", fit);
}

function columnsOf({ numeric, factors }: ModelMatrix): Record<string, ArrayLike<number>> {
  return Object.fromEntries([
    ...numeric.map(({ values }, at) => [`x${at}`, values]),
    ...factors.map(({ codes }, at) => [`factor${at}`, codes]),
  ]);
}

/** Hands the columns over as files of doubles; reading them is not timed. */
function fitOf(
  library: string,
  columns: Readonly<Record<string, ArrayLike<number>>>,
  factors: readonly string[],
  response: string,
  fit: string,
): RFit {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-bench-"));
  try {
    const names = Object.keys(columns);
    for (const name of names) writeFileSync(join(folder, name), Float64Array.from(columns[name]));
    const regressors = names.filter((name) => /^(x|factor)\d/.test(name));
    const script = [
      `if (!requireNamespace("${library}", quietly = TRUE)) quit(status = 3)`,
      `read <- function(name) readBin(name, "double", file.size(name) / 8)`,
      `frame <- as.data.frame(sapply(c(${names.map((name) => `"${name}"`)}), read, simplify = FALSE))`,
      ...factors.map((name) => `frame$${name} <- factor(frame$${name})`),
      `formula <- ${response} ~ ${regressors.join(" + ")}`,
      `time <- system.time(fit <- ${fit})`,
      `cat(1000 * sum(time[c("user.self", "sys.self")]), format(as.numeric(logLik(fit)), digits = 15))`,
    ];
    const { status, stdout, error } = spawnSync("Rscript", ["-e", script.join("\n")], {
      cwd: folder,
      timeout: limit,
      encoding: "utf8",
    });
    if (error !== undefined && "code" in error && error.code === "ENOENT")
      return { reason: "no Rscript here" };
    if (status === null) return { reason: `not finished in ${limit / 1000} s` };
    if (status === 3) return { reason: `R has no package ${library} here` };
    const [cpu, logLikelihood] = stdout.trim().split(" ").map(Number);
    return status === 0 && cpu > 0 ? { cpu, logLikelihood } : { reason: `R stopped with status ${status}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
