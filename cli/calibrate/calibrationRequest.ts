import {
  type CalibrationParameter,
  type CalibrationTarget,
  type Family,
  families,
  InvalidInput,
  nearestName,
  type Scenario,
} from "../../scenarios/index.ts";

/** The family, if it has targets to be calibrated to. @throws InvalidInput otherwise. */
export function calibratedFamily(
  name: string,
): Family & { readonly calibrationTargets: readonly CalibrationTarget[] } {
  const able = families.flatMap((family) =>
    family.calibrationTargets === undefined
      ? []
      : [{ ...family, calibrationTargets: family.calibrationTargets }],
  );
  const family = able.find((each) => each.name === name);
  if (family !== undefined) return family;
  const names = able.map((each) => each.name);
  throw new InvalidInput({
    path: "PAPER",
    found: JSON.stringify(name),
    expected: `a paper with targets to be calibrated to: ${names.join(", ")}`,
    suggestion: nearestName(name, names),
  });
}

/** @param names empty for all. @throws InvalidInput for a name that the family has not. */
export function chosenTargets(
  all: readonly CalibrationTarget[],
  names: readonly string[],
): readonly CalibrationTarget[] {
  const known = all.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new InvalidInput({
      path: "--targets",
      found: JSON.stringify(name),
      expected: `all, or names of targets: ${known.join(", ")}`,
      suggestion: nearestName(name, known),
    });
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

/**
 * `base,stateDependence=2:2.6` → two parameters; one without limits has those that the family declares.
 *
 * @param given empty for all that the family declares.
 * @throws InvalidInput where there is none to move, one is not declared and has no limits, or stands twice.
 */
export function chosenParameters(
  declared: readonly CalibrationParameter[],
  given: readonly string[],
): readonly [CalibrationParameter, ...CalibrationParameter[]] {
  const parsed = given.map((text) => {
    const [path = "", limits] = text.split("=");
    if (limits !== undefined) return { path, ...parsedLimits(text, limits) };
    const found = declared.find((each) => each.path === path);
    if (found !== undefined) return found;
    throw new InvalidInput({
      path: `--parameters ${text}`,
      found: "a parameter without limits that the paper declares none for",
      expected: `NAME=from:to, or one of ${declared.map(({ path }) => path).join(", ")}`,
      suggestion: nearestName(
        path,
        declared.map((each) => each.path),
      ),
    });
  });
  const [first, ...others] = parsed.length === 0 ? declared : parsed;
  const paths = [first, ...others].map((each) => each?.path);
  const twice = paths.find((path, at) => paths.indexOf(path) < at);
  if (first === undefined || twice !== undefined) {
    throw new InvalidInput({
      path: "--parameters",
      found: twice === undefined ? "none" : `${twice} twice`,
      expected: "parameters with their limits, each once: base=-4:-2,stateDependence=2:2.6",
    });
  }
  return [first, ...others];
}

function parsedLimits(text: string, limits: string): { from: number; to: number } {
  const [from = Number.NaN, to = Number.NaN, ...more] = limits
    .split(":")
    .map((each) => (each.trim() === "" ? Number.NaN : Number(each)));
  if (Number.isFinite(from) && Number.isFinite(to) && more.length === 0) return { from, to };
  throw new InvalidInput({
    path: `--parameters ${text}`,
    found: JSON.stringify(limits),
    expected: "two numbers with a colon between them: base=-4:-2",
  });
}

/** The world with a share of its firms. */
export function scaled(scenario: Scenario, scale: number): Scenario {
  return { ...scenario, firms: Math.max(1, Math.round(scale * scenario.firms)) };
}
