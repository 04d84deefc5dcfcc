import { type Cause, causes } from "../../../scenarios/lab/lookAlikes.ts";
import { lookAlikeMethods } from "../../../study/lookAlikes/lookAlikeDesign.ts";
import { type Guess, type Guesses, PURE_GUESS } from "./score.ts";

/** What a link says of this place besides the seed. */
export interface PlaceDetail {
  readonly guesses: Guesses;
  readonly revealed: boolean;
  /** The opened cell of the verdict; null while none is. */
  readonly cell: OpenCell | null;
  /** Histories of each world that a link asks for, besides the usual numbers. */
  readonly histories: number | null;
}

export interface OpenCell {
  readonly table: "own" | "recorded";
  readonly cause: Cause;
  /** Name of the method without its family. */
  readonly method: string;
}

const mostHistories = 200;
const names = ["a", "b", "c"] as const;
const family = "canello-2022/";
/** Those of the verdict, without their family. */
const methods = Object.values(lookAlikeMethods)
  .flat()
  .map((name) => name.slice(family.length));

type Detail = Readonly<Record<string, string>>;

/** What is not understood counts as not said. */
export function readDetail(detail: Detail): PlaceDetail {
  const guess = (name: (typeof names)[number]): Guess => {
    const [cause, sure] = (detail[name] ?? "").split(" ");
    const number = Number(sure ?? PURE_GUESS);
    const known = number >= PURE_GUESS && number <= 100;
    return {
      cause: causes.find((each) => each === cause) ?? null,
      sure: known ? Math.round(number) : PURE_GUESS,
    };
  };
  const histories = Number(detail.histories ?? Number.NaN);
  return {
    guesses: [guess("a"), guess("b"), guess("c")],
    revealed: detail.revealed === "1",
    cell: readCell(detail.cell ?? ""),
    histories: Number.isInteger(histories) && histories >= 1 && histories <= mostHistories ? histories : null,
  };
}

interface DetailProblem {
  readonly name: string;
  readonly found: string;
  readonly expected: string;
}

/** What of a link is not understood, with what would be. */
export function detailProblems(detail: Detail): readonly DetailProblem[] {
  const { guesses, cell, histories } = readDetail(detail);
  const cause = causes.join(" | ");
  const problems: DetailProblem[] = names.flatMap((name, at) => {
    const found = detail[name];
    const { cause: read, sure } = guesses[at] ?? { cause: null, sure: PURE_GUESS };
    if (found === undefined || found === `${read ?? "open"} ${sure}`) return [];
    return [{ name, found, expected: `${cause} | open, ${PURE_GUESS}–100` }];
  });
  if (detail.cell !== undefined && cell === null)
    problems.push({
      name: "cell",
      found: detail.cell,
      expected: `own | recorded, ${cause}, ${methods.join(" | ")}`,
    });
  if (detail.histories !== undefined && histories === null)
    problems.push({ name: "histories", found: detail.histories, expected: `1–${mostHistories}` });
  if (detail.revealed !== undefined && detail.revealed !== "1")
    problems.push({ name: "revealed", found: detail.revealed, expected: "1" });
  return problems;
}

function readCell(text: string): OpenCell | null {
  const [table, cause, method] = text.split(" ");
  const known = causes.find((each) => each === cause);
  if (known === undefined || method === undefined || !methods.includes(method)) return null;
  if (table !== "own" && table !== "recorded") return null;
  return { table, cause: known, method };
}

export function writeDetail({ guesses, revealed, cell, histories }: PlaceDetail): Detail {
  const said = guesses.flatMap(({ cause, sure }, at) =>
    cause === null && sure === PURE_GUESS ? [] : [[names[at] ?? "", `${cause ?? "open"} ${sure}`] as const],
  );
  return {
    ...Object.fromEntries(said),
    ...(revealed ? { revealed: "1" } : {}),
    ...(cell === null ? {} : { cell: `${cell.table} ${cell.cause} ${cell.method}` }),
    ...(histories === null ? {} : { histories: String(histories) }),
  };
}

/** `canello-2022/B` for `B`. */
export function wholeName(method: string): string {
  return family + method;
}
