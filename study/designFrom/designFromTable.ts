import {
  fitProbit,
  fitRandomEffectsProbit,
  type ModelFrame,
  type PanelColumns,
  parseFormula,
} from "../../estimators/index.ts";
import { column, numericValues, type Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { inSeries, phrase, type Said, textOf } from "../../scenarios/phrase.ts";
import { resolveDesign } from "../cells.ts";
import { columnsInUse } from "../estimate/estimateColumns.ts";
import { panelColumns } from "../estimate/estimateOptions.ts";
import { frameOf, rowsWhere } from "../estimate/rowsOfFile.ts";
import { type DesignFromPanel, designFromFit, type FittedPanel } from "./designFromFit.ts";
import {
  refuseOtherModels,
  refuseTimesApart,
  refuseUnknownEstimand,
  refuseUnknownNames,
} from "./designFromRefusals.ts";
import { knownTerm } from "./knownColumns.ts";
import { panelMargins, spreadOf, statusBefore } from "./panelMargins.ts";

/** What a design is made from, beside the table. */
export interface DesignFromRequest {
  readonly formula: string;
  /** `ID,TIME` */
  readonly panel: string;
  readonly cluster?: string;
  readonly estimand?: string;
  readonly where?: string;
  readonly quadrature: number;
  /** `theirs=ours` */
  readonly map: readonly string[];
}

/** The model of the panel has no estimates that a world could be made of; the message says why. */
export class UnusableFit extends Error {
  override readonly name = "UnusableFit";
  /** The message in parts, for whom words it in another language. */
  readonly said: { readonly found: Said };

  constructor(found: Said) {
    super(textOf(found));
    this.said = { found };
  }
}

/**
 * Which columns of a file the design reads, once its names are known. What can be refused without the file is refused at once.
 *
 * @throws InvalidInput and InvalidFormula for a wrong request, and for columns the file does not have.
 */
export function columnsOfDesign(request: DesignFromRequest): (columns: readonly string[]) => string[] {
  const { formula: text, where, cluster } = request;
  const names = givenNames(request.map);
  const panel = panelColumns(request.panel);
  const formula = parseFormula(text);
  const expressions = Object.entries({ where, cluster }).flatMap(([what, each]) =>
    each === undefined ? [] : [{ what, text: each }],
  );
  return (columns) => {
    refuseUnknownNames(names, columns);
    const used = columnsInUse(formula, { panel, expressions }, columns);
    const province = columns.find((name) => (names[name] ?? name) === "province");
    return [...new Set([...used, ...(province === undefined ? [] : [province])])];
  };
}

/**
 * A study whose world has the size, margins and coefficients of a panel: what `bandwagon study design-from` writes. The design runs.
 *
 * @param whole a table with the columns of `columnsOfDesign`, and no other that is called as a column of ours.
 * @throws InvalidInput for a model that no world of ours can have; UnusableFit.
 */
export function designFromTable(whole: Table, request: DesignFromRequest): DesignFromPanel {
  const names = givenNames(request.map);
  const panel = panelColumns(request.panel);
  const frame = frameOfDesign(whole, request, panel);
  const fitted = fittedPanel(frame, whole, request.quadrature, panel, names);
  const found = designFromFit(fitted, request.estimand ?? null);
  refuseUnknownEstimand(found, request.estimand);
  resolveDesign(found.design);
  return found;
}

function frameOfDesign(whole: Table, request: DesignFromRequest, panel: PanelColumns): ModelFrame {
  const { formula: text, where, cluster } = request;
  const rows = rowsWhere(whole, where);
  const { id, time } = panel;
  if (/\blag\(/.test(text) && whole.columns.has(id) && whole.columns.has(time)) {
    refuseTimesApart(codes(whole, id), codes(whole, time), request.panel);
  }
  const frame = frameOf(parseFormula(text), rows, { panel, ...(cluster !== undefined && { cluster }) });
  refuseOtherModels(frame, panel.id);
  return frame;
}

function fittedPanel(
  frame: ModelFrame,
  table: Table,
  quadrature: number,
  panel: PanelColumns,
  names: Readonly<Record<string, string>>,
): FittedPanel {
  const { matrix, outcome, randomEffect, rowNumbers } = frame;
  if (outcome.kind !== "values") throw new RangeError("an outcome of values");
  const fit =
    randomEffect === null
      ? fitProbit(matrix, outcome.values)
      : fitRandomEffectsProbit(matrix, outcome.values, randomEffect.codes, {
          quadratureNodes: quadrature,
          tests: false,
        });
  const unusable = fit.terms.filter(({ estimate }) => !Number.isFinite(estimate)).map(({ term }) => term);
  if (!fit.converged || unusable.length > 0) {
    const why = fit.warnings.map(({ message, said }) => said ?? message);
    throw new UnusableFit(why.length === 0 ? phrase`it did not converge` : inSeries(why, "; "));
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
        expected: phrase`your column and ours, as in --map neighbours=msePeersSameDestination`,
      });
    }),
  );
}
