import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scriptFile } from "../../../cli/exportScript/scriptFile.ts";
import { readTable } from "../../../cli/readTable.ts";
import {
  type Fit,
  type ModelFrame,
  modelFrame,
  parseFormula,
  printFormula,
  type RandomEffect,
} from "../../../estimators/index.ts";
import { estimateResult } from "../../../study/estimate/estimateResult.ts";
import { fitSelected } from "../../../study/estimate/estimateSelection.ts";
import type { ExportRequest, ScriptOptions } from "../../../study/exportScript/exportRequest.ts";

/** A fit by one of the estimators, as a script repeats it. */
export interface ExportedFit {
  readonly path: string;
  readonly formula: string;
  readonly fit: (frame: ModelFrame) => Fit;
  readonly options?: ScriptOptions;
  readonly missing?: readonly string[];
}

export async function requestOf({
  path,
  formula,
  fit: fitted,
  options = {},
  missing = [],
}: ExportedFit): Promise<ExportRequest> {
  const table = await readTable(path, { missing });
  const { panel, subset, cluster, weights } = options;
  const frame = modelFrame(formula, table, {
    ...(panel && { panel }),
    ...(subset !== undefined && { subset }),
    ...(cluster !== undefined && { cluster }),
    ...(weights !== undefined && { weights }),
  });
  const fit = fitted(frame);
  const { file } = await scriptFile(path, table, { missing, scriptPath: "script.R" });
  const withLnSigma = "randomEffect" in fit || "frailty" in fit ? [fit.terms.length] : [];
  const order = [...frame.coefficientOrder, ...withLnSigma];
  const square = (matrix: Float64Array) =>
    order.map((row) => order.map((column) => matrix[row * order.length + column]));
  const effect = "randomEffect" in fit ? (fit.randomEffect as RandomEffect) : null;
  const inUse = file.columns.filter(({ name }) => `${formula} ${JSON.stringify(options)}`.includes(name));
  return {
    file: { ...file, columns: inUse },
    frame,
    options,
    result: {
      model: fit.model,
      formula: printFormula(frame.formula),
      ties: "ties" in fit ? String(fit.ties) : null,
      information: "information" in fit && fit.information === "expected" ? "expected" : "observed",
      penalty: "penalty" in fit ? "firth" : null,
      observations: fit.observations,
      robust: fit.robust?.type ?? null,
      clusters: fit.robust?.clusters ?? null,
      logLikelihood: fit.logLikelihood,
      terms: [...frame.coefficientOrder]
        .map((at) => fit.terms[at])
        .map((term) => ({ ...term, robustStdError: term.robustStdError ?? null })),
      covariance: square(fit.covariance),
      robustCovariance: fit.robustCovariance === undefined ? null : square(fit.robustCovariance),
      frailty: "frailty" in fit ? (fit.frailty as { variance: number }) : null,
      randomEffect: effect && { sigma: effect.sigma, quadrature: effect.quadratureNodes },
    },
  };
}

/** Who is selected, and for how long. */
export async function requestOfSelection(
  path: string,
  formulas: { readonly selection: string; readonly duration: string },
  options: { readonly dependence: "fgm" | "gaussian"; readonly cluster?: string; readonly weights?: string },
): Promise<ExportRequest> {
  const missing = ["NA"];
  const table = await readTable(path, { missing });
  const { cluster, weights } = options;
  const read = { ...(cluster !== undefined && { cluster }), ...(weights !== undefined && { weights }) };
  const { frame, result: fitted } = fitSelected(
    { selection: parseFormula(formulas.selection), duration: parseFormula(formulas.duration) },
    { table, inFile: null },
    read,
    { confidence: 0.95, dependence: options.dependence },
  );
  const { file } = await scriptFile(path, table, { missing, scriptPath: "script.R" });
  const result = estimateResult(frame, fitted, { confidenceLevel: 0.95, outsideWhere: 0, effects: null });
  return { file, frame, options: read, result };
}

/** A folder of its own for scripts; they run from the project's folder. */
export function scriptRunner() {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-export-"));
  let scripts = 0;
  const write = (code: string): string => {
    const path = join(folder, `script${scripts++}.R`);
    writeFileSync(path, code);
    return path;
  };
  const R = (args: readonly string[]): Promise<{ stdout: string; stderr: string; status: number }> =>
    new Promise((resolve) => {
      execFile("Rscript", ["--vanilla", ...args], (error, stdout, stderr) => {
        resolve({ stdout, stderr, status: error === null ? 0 : Number(error.code) });
      });
    });
  return {
    folder,
    run: (code: string) => R([write(code)]),
    /** One after the other in one R, each with variables of its own; what each printed. The first that disagrees ends it. */
    runTogether: async (codes: readonly string[]) => {
      const all = "for (file in commandArgs(TRUE)) { cat('=====\\n'); source(file, local = new.env()) }";
      const { stdout, stderr } = await R([write(all), ...codes.map(write)]);
      return { stdout: stdout.split("=====\n").slice(1), stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
