import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import type { LabState } from "../../state/labState.ts";
import { checkDetails, type DetailProblem, oneOf, wholeNumber } from "../../state/linkChecks.ts";
import { isReplication, mostReplications } from "./request.ts";
import { speeds } from "./speeds.ts";

/** What of a link's details and year a world has no place for; the defaults are shown instead. */
export function detailProblems(
  { detail, step }: Pick<LabState, "detail" | "step">,
  { provinces, firms, years }: Pick<WorldToWatch, "provinces" | "firms" | "years">,
): readonly DetailProblem[] {
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const codes = provinces.map(({ code }) => code);
  const problems = checkDetails(detail, {
    view: oneOf(["tiles", "shapes"]),
    pane: oneOf(["with", "without", "difference"]),
    speed: oneOf(speeds.map(({ name }) => name)),
    space: oneOf(["0"]),
    autoplay: oneOf(["0", "1"]),
    replication: { accepts: isReplication, expected: `1 … ${mostReplications}` },
    province: oneOf(codes, `${codes.slice(0, 8).join(", ")}, …`),
    firm: wholeNumber(0, firms - 1),
  });
  const late = step !== null && (step < first || step > last);
  return late
    ? [...problems, { name: "step", found: String(step), expected: `${first} … ${last}` }]
    : problems;
}
