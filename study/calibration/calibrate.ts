import {
  type CalibrationParameter,
  type CalibrationTarget,
  checked,
  InvalidInput,
  type Scenario,
  scenarioSchema,
} from "../../scenarios/index.ts";
import type { Measures } from "../targets/measures.ts";
import { assignments, parameterValue } from "./calibrationParameter.ts";
import { type LeastSquares, levenbergMarquardt } from "./levenbergMarquardt.ts";
import { meansOf, residualsOf, weighedMoments } from "./residuals.ts";

export interface CalibrationRequest {
  readonly scenario: Scenario;
  readonly targets: readonly CalibrationTarget[];
  readonly parameters: readonly [CalibrationParameter, ...CalibrationParameter[]];
  /** Points of the parameters to be tried at most. */
  readonly evaluations: number;
}

/** A point of the parameters, in their order, to be simulated. */
export interface CalibrationPoint {
  readonly values: readonly number[];
  readonly scenario: Scenario;
}

export interface CalibrationResult extends LeastSquares {
  readonly scenario: Scenario;
}

/** First differences reach over a twentieth of a parameter's range. */
const STEPS_PER_RANGE = 20;
/** What is tried can be written down and typed. */
const DIGITS = 4;

/**
 * Simulated method of moments (McFadden 1989, Econometrica 57, 995–1026; Gouriéroux & Monfort 1996): the parameters that make
 *
 *     Σ w ρ(d(m̄(θ)))
 *
 * small, m̄ a measure's mean over simulated histories, d its distance from the published number in tolerances, ρ Huber's loss, w
 * the weights (`residuals.ts`). All points must be simulated with the same draws: then m̄ moves with θ alone, and differences
 * tell its slope. Yields points, takes the measures of their histories; what it yields depends on these alone.
 *
 * @throws InvalidInput for a parameter that the scenario has not, or a limit that it cannot have.
 */
export function* calibrate({
  scenario,
  targets,
  parameters,
  evaluations,
}: CalibrationRequest): Generator<CalibrationPoint, CalibrationResult, readonly Measures[]> {
  const moments = weighedMoments(targets);
  const at = (values: readonly number[]) => worldAt(scenario, parameters, values);
  refuseLimits(scenario, parameters);
  // Within limits of 0 and 1 every parameter has the same step.
  const inUnits = (value: number, { from, to }: CalibrationParameter) => (value - from) / (to - from);
  const outOfUnits = (point: readonly number[]) =>
    parameters.map(({ from, to }, index) => rounded(from + (point[index] ?? 0) * (to - from), to - from));
  const search = levenbergMarquardt({
    start: parameters.map((parameter) => inUnits(parameterValue(scenario, parameter.path), parameter)),
    lower: parameters.map(() => 0),
    upper: parameters.map(() => 1),
    steps: parameters.map(() => 1 / STEPS_PER_RANGE),
    evaluations,
  });
  let step = search.next();
  while (step.done !== true) {
    const values = outOfUnits(step.value);
    const histories = yield { values, scenario: at(values) };
    step = search.next(residualsOf(moments, meansOf(histories)));
  }
  const values = outOfUnits(step.value.point);
  return { ...step.value, point: values, scenario: at(values) };
}

function refuseLimits(scenario: Scenario, parameters: readonly CalibrationParameter[]): void {
  for (const { path, from, to } of parameters) {
    const start = parameterValue(scenario, path);
    if (!(from < to && from <= start && start <= to)) {
      throw new InvalidInput({
        path: `--parameters ${path}`,
        found: `limits ${from} and ${to} around ${start}, where the scenario has it`,
        expected: "limits from:to, the first below the second, with the scenario's own value between them",
      });
    }
  }
  for (const limit of ["from", "to"] as const)
    worldAt(
      scenario,
      parameters,
      parameters.map((each) => each[limit]),
    );
}

/**
 * The scenario with its parameters at these values.
 *
 * @throws InvalidInput for a value out of the parameter's range.
 */
export function worldAt(
  scenario: Scenario,
  parameters: readonly CalibrationParameter[],
  values: readonly number[],
): Scenario {
  const set = assignments(
    scenario,
    new Map(parameters.map(({ path }, at) => [path, values[at] ?? Number.NaN])),
  );
  const parametersOfWorld: Record<string, unknown> = structuredClone(scenario);
  for (const [path, value] of Object.entries(set)) assign(parametersOfWorld, path.split("."), value);
  return checked(scenarioSchema, parametersOfWorld, ["set"]);
}

function assign(
  target: Record<string, unknown>,
  [head = "", ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) target[head] = value;
  else assign(target[head] as Record<string, unknown>, rest, value);
}

/** To a thousandth or less of the step of first differences. */
function rounded(value: number, range: number): number {
  let unit = 1;
  while (unit > range) unit /= 10;
  while (unit * 10 <= range) unit *= 10;
  for (let digit = 0; digit < DIGITS; digit++) unit /= 10;
  // Dividing by a whole number keeps decimals short.
  const perUnit = Math.round(1 / unit);
  return Math.round(value * perUnit) / perUnit;
}
