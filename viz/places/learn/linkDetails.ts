import { clusterStrategies, worldNames } from "../../../study/lesson/lessonWorlds.ts";
import { checkDetails, type DetailProblem, numberWithin, oneOf } from "../../state/linkChecks.ts";

const finite = { accepts: (text: string) => Number.isFinite(Number(text)), expected: "a number" };

/**
 * What of a link's details no step understands; the defaults are shown instead. A step that has narrower limits goes to the nearest,
 * where its control shows it.
 */
export function detailProblems(detail: Readonly<Record<string, string>>): readonly DetailProblem[] {
  return checkDetails(detail, {
    teacher: oneOf(["0", "1"]),
    off: oneOf(["0", "1"]),
    decision: oneOf(["go", "stay"]),
    country: oneOf(Object.keys(worldNames)),
    cause: oneOf(["imitation", "place", "nothing"]),
    strategy: oneOf(clusterStrategies),
    pioneer: numberWithin(0, 99),
    imitation: numberWithin(0, 120),
    histories: numberWithin(1, 100),
    year: finite,
    gain: finite,
    ties: finite,
    pauses: finite,
  });
}
