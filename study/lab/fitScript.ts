import { parseFormula } from "../../estimators/index.ts";
import { column, type Table } from "../../panel/table.ts";
import type { CoxSpecification, ProbitSpecification } from "../../scenarios/index.ts";
import { estimateFormula } from "../estimate/estimateFormula.ts";
import type { EstimateOptions } from "../estimate/estimateOptions.ts";
import { rowsWhere } from "../estimate/rowsOfFile.ts";
import { exportR } from "../exportScript/exportR.ts";
import { exportStata } from "../exportScript/exportStata.ts";
import { scriptColumns } from "../exportScript/scriptFile.ts";
import { fittedRows } from "../fittedRows.ts";
import { expectedSecondsOfR } from "./expectedSeconds.ts";

/** A script with the table that it reads from beside itself. */
export interface FitScript {
  readonly formula: string;
  readonly script: string;
  /** The rows that were fitted, in the columns of the model. */
  readonly data: Table;
}

/**
 * A script in R or Stata that repeats a fit of a specification and holds its own numbers against ours. The rows and the derived columns are
 * made here, so that script and model are the same as those of `bandwagon estimate` on this table. It fits the model once more.
 *
 * @param path of the data, as the script is to read them.
 * @throws InvalidTable, InvalidInput as `fitSpecification` does.
 */
export function fitScript(
  panel: Table,
  specification: ProbitSpecification | CoxSpecification,
  language: "r" | "stata",
  path: string,
): FitScript {
  const data = columnsOfModel(fittedRows(panel, specification), specification);
  const text = formulaOf(specification);
  const options = optionsOf(specification);
  const rows = rowsWhere(data, undefined);
  const { frame, result } = estimateFormula(parseFormula(text), { whole: data, rows }, options);
  const file = {
    path,
    delimiter: ",",
    decimal: ".",
    encoding: "utf-8",
    missing: [],
    columns: scriptColumns(data),
    copyOf: null,
  } as const;
  const { cluster } = options;
  const request = { file, frame, options: cluster === undefined ? {} : { cluster }, result };
  if (language === "stata") return { formula: text, script: exportStata(request), data };
  return { formula: text, script: withDuration(exportR(request), specification, data.rows), data };
}

/** Says how long to wait, in the comment that the script begins with. */
function withDuration(script: string, { model }: { readonly model: string }, rows: number): string {
  if (model !== "randomEffectsProbit") return script;
  const line = `# ${rows} rows take R about ${expectedSecondsOfR(rows)} s on a machine that does nothing else.`;
  return script.replace("\n\n", () => `\n${line}\n\n`);
}

/** The formula that says the same as a specification, by the names of `columnsOfModel`. */
export function formulaOf(specification: ProbitSpecification | CoxSpecification): string {
  const { numeric, factors, interactions = [] } = specification;
  const terms = [
    ...numeric.map(plainName),
    ...factors.map((name) => `factor(${plainName(name)})`),
    // Crossed dummies hold those of their parts.
    ...interactions.map((set) => set.map((name) => `factor(${plainName(name)})`).join(" * ")),
  ];
  if (specification.model === "cox") {
    const strata = specification.strata.map((name) => `strata(${plainName(name)})`);
    return `Surv(start, stop, event) ~ ${[...terms, ...strata].join(" + ")}`;
  }
  const group =
    specification.model === "randomEffectsProbit" ? [`(1 | ${plainName(specification.group)})`] : [];
  return `${plainName(specification.outcome)} ~ ${[...terms, ...group].join(" + ")}`;
}

/** Another program is held to us to five digits: the search goes on to where more do not change. */
const NEAR = 1e-16;

function optionsOf(specification: ProbitSpecification | CoxSpecification): EstimateOptions {
  const { cluster } = specification;
  const common = {
    format: "json",
    confidence: 0.95,
    ...(cluster === undefined ? {} : { cluster: plainName(cluster) }),
  } as const;
  if (specification.model === "cox") return { ...common, model: "cox", ties: specification.ties };
  return specification.model === "probit"
    ? { ...common, model: "probit" }
    : { ...common, model: "probit", quadrature: specification.quadratureNodes, tolerance: NEAR };
}

/** `mean(x)` is a column here and a call in a formula. */
function plainName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_]+/g, "_").replace(/_$/, "");
}

function columnsOfModel(rows: Table, specification: ProbitSpecification | CoxSpecification): Table {
  const { numeric, factors, interactions = [], cluster } = specification;
  const own =
    specification.model === "cox"
      ? ["start", "stop", "event", ...specification.strata]
      : [specification.outcome, specification.group];
  const names = new Set([...own, ...numeric, ...factors, ...interactions.flat()]);
  if (cluster !== undefined) names.add(cluster);
  return {
    rows: rows.rows,
    columns: new Map([...names].map((name) => [plainName(name), column(rows, name)])),
  };
}
