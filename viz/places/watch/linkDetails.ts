import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import type { LabState } from "../../state/labState.ts";
import { isReplication, mostReplications } from "./request.ts";
import { speeds } from "./speeds.ts";

/** A detail of a link that the place does not understand, and what it would. */
export interface DetailProblem {
  readonly name: string;
  readonly found: string;
  readonly expected: string;
}

/** What of a link's details and year a world has no place for; the defaults are shown instead. */
export function detailProblems(
  { detail, step }: Pick<LabState, "detail" | "step">,
  { provinces, firms, years }: Pick<WorldToWatch, "provinces" | "firms" | "years">,
): readonly DetailProblem[] {
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const codes = provinces.map(({ code }) => code);
  const oneOf = (words: readonly string[], expected = words.join(", ")) => ({
    accepts: (text: string) => words.includes(text),
    expected,
  });
  const known = {
    view: oneOf(["tiles", "shapes"]),
    pane: oneOf(["with", "without", "difference"]),
    speed: oneOf(speeds.map(({ name }) => name)),
    space: oneOf(["0"]),
    autoplay: oneOf(["0", "1"]),
    replication: { accepts: isReplication, expected: `1 … ${mostReplications}` },
    province: oneOf(codes, `${codes.slice(0, 8).join(", ")}, …`),
    firm: {
      accepts: (text: string) => /^\d{1,7}$/.test(text) && Number(text) < firms,
      expected: `0 … ${firms - 1}`,
    },
  };
  const problems = Object.entries(known).flatMap(([name, { accepts, expected }]) => {
    const found = detail[name];
    return found === undefined || accepts(found) ? [] : [{ name: `x.${name}`, found, expected }];
  });
  const late = step !== null && (step < first || step > last);
  return late
    ? [...problems, { name: "step", found: String(step), expected: `${first} … ${last}` }]
    : problems;
}
