import {
  fitGammaFrailty,
  type GammaFrailtyFit,
  type GammaFrailtyOptions,
} from "../../../estimators/frailty/fitGammaFrailty.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { personPeriods, type ReferenceName, withIntercept } from "./referenceData.ts";

export const codes = (fit: { warnings: readonly { code: string }[] }): string[] =>
  fit.warnings.map(({ code }) => code);
export const relative = (value: number, truth: number): number => Math.abs(value / truth - 1);

interface Problem {
  readonly matrix: ModelMatrix;
  readonly outcome: Float64Array;
  readonly group: Float64Array;
  readonly options?: GammaFrailtyOptions;
}

function pick(table: Map<string, Float64Array>, name: string): Float64Array {
  const values = table.get(name);
  if (values === undefined) throw new Error(`no column ${name}`);
  return values;
}

function problems(): Record<ReferenceName, Problem> {
  const kidney = personPeriods("kidney", { last: 600, width: 30 });
  const late = pick(kidney, "period").map((period) => (period > 3 ? 1 : 0));
  const age10 = pick(kidney, "age").map((age) => age / 10);
  const patients = { outcome: pick(kidney, "event"), group: pick(kidney, "id") };
  const female = pick(kidney, "female");
  const n = late.length;

  const cgd = personPeriods("cgd", { last: 480, width: 60 });
  const lung = personPeriods("lung", { last: 1080, width: 60 });
  const lnPeriod = pick(lung, "period").map((period) => Math.log(period));
  const id = pick(lung, "id");
  const period = pick(lung, "period");
  const rows = id.length;
  const institution = pick(lung, "institution");
  const dying = {
    matrix: withIntercept(
      { female: pick(lung, "female"), karnofsky: pick(lung, "karnofsky"), lnPeriod },
      rows,
    ),
    outcome: pick(lung, "event"),
  };

  const reached = new Set(id.filter((_, row) => period[row] > 3));
  const kept = Array.from(id.keys()).filter((row) => id[row] % 3 !== 0 || reached.has(id[row]));
  const chosen = (values: Float64Array) => Float64Array.from(kept, (row) => values[row]);

  return {
    kidney: { ...patients, matrix: withIntercept({ age10, female, late }, n) },
    kidneyNull: { ...patients, matrix: withIntercept({}, n) },
    kidneyWeighted: {
      ...patients,
      matrix: withIntercept({ female }, n),
      options: {
        offset: late.map((value) => 0.1 * value),
        groupWeights: patients.group.map((code) => 1 + (code % 3)),
      },
    },
    cgd: {
      matrix: withIntercept(
        {
          treated: pick(cgd, "treated"),
          age: pick(cgd, "age"),
          time: pick(cgd, "period").map((value) => (value - 1) / 4),
        },
        pick(cgd, "id").length,
      ),
      outcome: pick(cgd, "event"),
      group: pick(cgd, "id"),
      options: { cluster: pick(cgd, "center") },
    },
    lung: { ...dying, group: id, options: { cluster: institution } },
    classes: {
      matrix: withIntercept({ age: pick(lung, "age"), lnPeriod }, rows),
      outcome: dying.outcome,
      group: pick(lung, "karnofsky").map((score, row) => 10 * score + pick(lung, "female")[row]),
    },
    delayed: {
      matrix: withIntercept(
        { female: chosen(pick(lung, "female")), lnPeriod: chosen(lnPeriod) },
        kept.length,
      ),
      outcome: chosen(dying.outcome),
      group: chosen(id),
      options: { beforeEntry: kept.map((row) => (id[row] % 3 === 0 && period[row] <= 3 ? 1 : 0)) },
    },
  };
}

export const all = problems();
export const fitProblem = (problem: Problem, options: GammaFrailtyOptions = {}): GammaFrailtyFit =>
  fitGammaFrailty(problem.matrix, problem.outcome, problem.group, { ...problem.options, ...options });
