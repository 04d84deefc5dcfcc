import { fitProbit, fitRandomEffectsProbit, type ModelFrame, parseFormula } from "../../estimators/index.ts";
import { column, numericValues, type Table } from "../../panel/table.ts";
import { InvalidInput, nearestName } from "../../scenarios/index.ts";
import { resolveDesign } from "../../study/cells.ts";
import {
  type DesignFromPanel,
  designFromFit,
  type FittedPanel,
} from "../../study/designFrom/designFromFit.ts";
import { knownTerm } from "../../study/designFrom/knownColumns.ts";
import { panelMargins, spreadOf, statusBefore } from "../../study/designFrom/panelMargins.ts";
import { columnsInUse } from "../../study/estimate/estimateColumns.ts";
import { panelColumns } from "../../study/estimate/estimateOptions.ts";
import { frameOf, rowsWhere } from "../../study/estimate/rowsOfFile.ts";
import { EXIT, WorkFailed } from "../failure.ts";
import { prepareFiles } from "../outputFolder.ts";
import { jsonFile } from "../plannedFiles.ts";
import { readTable } from "../readTable.ts";
import { writeFiles } from "../writeFiles.ts";
import { refuseOtherModels, refuseTimesApart, refuseUnknownNames } from "./designFromRefusals.ts";
import { designFromText } from "./designFromText.ts";

export interface DesignFromOptions {
  readonly formula: string;
  readonly panel: string;
  readonly cluster?: string;
  readonly estimand?: string;
  readonly where?: string;
  readonly na?: string;
  readonly decimal?: "." | ",";
  readonly quadrature: number;
  /** `theirs=ours` */
  readonly map: readonly string[];
  readonly out?: string;
  readonly format: "table" | "json";
}

/** `bandwagon study design-from FILE`. Returns the exit code. */
export async function designFrom(path: string, options: DesignFromOptions): Promise<number> {
  const names = givenNames(options.map);
  const panel = panelColumns(options.panel);
  const { out } = options;
  const folder = out === undefined ? null : await prepareFiles([out], "--out");
  try {
    const { frame, table } = await readFrame(path, options, panel, names);
    const found = designFromFit(fittedPanel(frame, table, options, panel, names), options.estimand ?? null);
    checkEstimand(found, options.estimand);
    // What is written is a design that runs.
    resolveDesign(found.design);
    if (out !== undefined) await writeFiles([jsonFile(out, found.design)]);
    process.stderr.write(`${designFromText(found, path, out)}\n`);
    if (options.format === "json") process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    else if (out === undefined) process.stdout.write(`${JSON.stringify(found.design, null, 2)}\n`);
    return EXIT.done;
  } finally {
    folder?.discard();
  }
}

async function readFrame(
  path: string,
  options: DesignFromOptions,
  panel: ReturnType<typeof panelColumns>,
  names: Readonly<Record<string, string>>,
): Promise<{ frame: ModelFrame; table: Table }> {
  const { formula: text, where, cluster, na, decimal } = options;
  const formula = parseFormula(text);
  const expressions = Object.entries({ where, cluster }).flatMap(([what, each]) =>
    each === undefined ? [] : [{ what, text: each }],
  );
  const whole = await readTable(path, {
    missing: na === undefined ? [] : na.split(","),
    ...(decimal && { decimal }),
    columns: (columns) => {
      refuseUnknownNames(names, columns);
      const used = columnsInUse(formula, { panel, expressions }, columns);
      const province = columns.find((name) => (names[name] ?? name) === "province");
      return [...new Set([...used, ...(province === undefined ? [] : [province])])];
    },
  });
  const rows = rowsWhere(whole, where);
  const { id, time } = panel;
  if (/\blag\(/.test(text) && whole.columns.has(id) && whole.columns.has(time)) {
    refuseTimesApart(codes(whole, id), codes(whole, time), options.panel);
  }
  const frame = frameOf(formula, rows, { panel, ...(cluster !== undefined && { cluster }) });
  refuseOtherModels(frame, panel.id);
  return { frame, table: whole };
}

function fittedPanel(
  frame: ModelFrame,
  table: Table,
  options: DesignFromOptions,
  panel: ReturnType<typeof panelColumns>,
  names: Readonly<Record<string, string>>,
): FittedPanel {
  const { matrix, outcome, randomEffect, rowNumbers } = frame;
  if (outcome.kind !== "values") throw new RangeError("an outcome of values");
  const fit =
    randomEffect === null
      ? fitProbit(matrix, outcome.values)
      : fitRandomEffectsProbit(matrix, outcome.values, randomEffect.codes, {
          quadratureNodes: options.quadrature,
          tests: false,
        });
  const unusable = fit.terms.filter(({ estimate }) => !Number.isFinite(estimate)).map(({ term }) => term);
  if (!fit.converged || unusable.length > 0) {
    const why = fit.warnings.map(({ message }) => message).join("; ");
    throw new WorkFailed(
      `the model has no usable estimates (${why || "it did not converge"}); bandwagon estimate shows more`,
    );
  }
  const fitted = new Map(fit.terms.map((term) => [term.term, term]));
  const of = (name: string) => fitted.get(name)?.estimate ?? Number.NaN;
  const codesOf = (name: string) =>
    Float64Array.from(rowNumbers, (row) => codes(table, name)[row] ?? Number.NaN);
  const [unit, time] = [codesOf(panel.id), codesOf(panel.time)];
  const lagged = matrix.numeric.find(
    ({ name }) => knownTerm(name, outcome.name, names)?.column === "yLag",
  )?.values;
  const before = lagged ?? statusBefore(unit, time, outcome.values);
  const province = [...table.columns.keys()].find((name) => (names[name] ?? name) === "province");
  return {
    outcome: outcome.name,
    terms: matrix.numeric.map(({ name, values }) => ({
      name,
      estimate: of(name),
      stdError: fitted.get(name)?.stdError ?? Number.NaN,
      spread: spreadOf(values),
    })),
    factors: matrix.factors.map(({ name, levels }) => ({
      name,
      levels,
      coefficients: levels.map((level, at) => (at === 0 ? 0 : of(name + level))),
    })),
    sigma: "randomEffect" in fit ? fit.randomEffect.sigma : null,
    margins: panelMargins(unit, time, outcome.values, before),
    unitsOfProvince: province === undefined ? null : unitsBy(unit, codesOf(province)),
    cluster: frame.cluster?.name ?? null,
    names,
  };
}

function codes(table: Table, name: string): ArrayLike<number> {
  const found = column(table, name);
  return found.kind === "category" ? found.codes : numericValues(found, name);
}

/** Different units of each province. */
function unitsBy(unit: ArrayLike<number>, province: ArrayLike<number>): number[] {
  const units = new Map<number, Set<number>>();
  for (let row = 0; row < unit.length; row++) {
    const of = units.get(province[row] as number) ?? new Set<number>();
    units.set(province[row] as number, of.add(unit[row] as number));
  }
  return [...units.values()].map(({ size }) => size);
}

function givenNames(flags: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    flags.map((flag) => {
      const [, theirs, ours] = /^\s*([^=]+?)\s*=\s*(\w+)\s*$/.exec(flag) ?? [];
      if (theirs !== undefined && ours !== undefined) return [theirs, ours];
      throw new InvalidInput({
        path: "--map",
        found: JSON.stringify(flag),
        expected: "your column and ours, as in --map neighbours=msePeersSameDestination",
      });
    }),
  );
}

function checkEstimand({ carried }: DesignFromPanel, estimand: string | undefined): void {
  const columns = carried.map(({ column }) => column);
  if (carried.length === 0) {
    throw new InvalidInput({
      path: "--formula",
      found: "no term that our worlds know",
      expected:
        "yLag or lag(outcome), msePeersSameDestination, size, … (docs/power.md); --map tells which column is which",
    });
  }
  if (estimand === undefined || columns.includes(estimand)) return;
  throw new InvalidInput({
    path: "--estimand",
    found: JSON.stringify(estimand),
    expected: `one of ${columns.join(", ")}`,
    suggestion: nearestName(estimand, columns),
  });
}
