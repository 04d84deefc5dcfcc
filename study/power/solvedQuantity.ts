import { describeParameters } from "../../scenarios/describe.ts";
import {
  InvalidInput,
  nearestName,
  type ParameterRow,
  type Scenario,
  showFound,
} from "../../scenarios/index.ts";
import { roundedValue, type SearchRange } from "./powerSearch.ts";

/** What a power study solves for. */
export interface SolvedQuantity {
  /** As asked: firms, years, provinces, or a path. */
  readonly name: string;
  /** Path of the parameter that takes its values. */
  readonly parameter: string;
  readonly unit: string;
  readonly kind: "size" | "effect";
  readonly range: Omit<SearchRange, "target">;
  /** The design's own value, as the search counts: effects by their distance from 0. */
  readonly own: number;
  /** −1 where an effect is negative: a search goes by its distance from 0. */
  readonly sign: 1 | -1;
}

const sizes: Readonly<Record<string, string>> = {
  firms: "firms",
  years: "recordedYears",
  provinces: "surveyedProvinces",
};

/** How far a range reaches where the user gives no end: from a quarter of the design's value to twice it. */
const REACH = { below: 4, above: 2 };

/**
 * @param scenario the design's world.
 * @param from, to ends of the search; the sign of an effect is theirs, and the design's where none is given.
 * @param said where `name` was given, for messages: a flag, or a place in the design.
 * @throws InvalidInput for a parameter that does not exist or is no number, and for a range that is none.
 */
export function solvedQuantity(
  name: string,
  scenario: Scenario,
  {
    from,
    to,
    said = "--solve",
  }: {
    readonly from?: number | undefined;
    readonly to?: number | undefined;
    readonly said?: string;
  },
): SolvedQuantity {
  const rows = describeParameters(scenario);
  const parameter = sizes[name] ?? name;
  const row = rows.find(({ path }) => path === parameter);
  const limits = row === undefined ? null : limitsOf(row);
  if (row === undefined || limits === null || typeof row.value !== "number") {
    const effect = said === "--mde" || said === "power.effect";
    const numbers = rows.filter((each) => limitsOf(each) !== null).map(({ path }) => path);
    throw new InvalidInput({
      path: said,
      found: showFound(name),
      expected: effect
        ? "the path of a parameter that is a number, as in --mde imitationSame"
        : "firms, years, provinces, or the path of a parameter that is a number",
      suggestion: nearestName(name, effect ? numbers : [...Object.keys(sizes), ...numbers]),
    });
  }
  const { whole, least, most } = limits;
  const kind = whole ? "size" : "effect";
  // An end that is given tells the side that is searched, whatever the design's value: a fitted effect may have the other sign.
  const side = [to, from, row.value].find((value) => value !== undefined && value !== 0) ?? 1;
  const sign = kind === "effect" && side < 0 ? -1 : 1;
  const own = kind === "effect" ? Math.abs(row.value) : ownSize(name, row.value, scenario);
  const furthest = kind === "size" ? most : Math.abs(sign === 1 ? most : least);
  const nearest = kind === "size" ? Math.max(least, smallest[name] ?? 1) : 0;
  const ends = [from, to].map((end) => (end === undefined ? undefined : end * sign));
  // Of two below 0 either may stand first.
  const [low, high] =
    sign === -1 && (ends[0] ?? 0) > (ends[1] ?? Number.POSITIVE_INFINITY) ? ends.reverse() : ends;
  if (own === 0 && high === undefined) {
    throw new InvalidInput({
      path: "--to",
      found: `nothing, and ${parameter} is 0 in the design`,
      expected: "the largest value to try",
    });
  }
  const upper = high ?? Math.min(furthest, Math.max(REACH.above * own, low === undefined ? 0 : 2 * low));
  const lower = low ?? Math.max(nearest, Math.min(own, upper) / REACH.below);
  const [start, end] = [lower, upper].map((each) => roundedValue(each, whole)) as [number, number];
  if (!(start < end && start >= (kind === "size" ? least : 0) && end <= furthest)) {
    throw new InvalidInput({
      path: "--from, --to",
      found: `${from ?? sign * start} and ${to ?? sign * end}`,
      expected: `two values of ${parameter} (${row.range}), the first nearer to 0`,
    });
  }
  return {
    name,
    parameter,
    unit: kind === "size" && sizes[name] !== undefined ? name : row.unit,
    kind,
    sign,
    own,
    range: {
      from: start,
      to: end,
      least: low === undefined ? nearest : start,
      most: high === undefined ? furthest : end,
      scale: kind === "size" ? "squareRoot" : "linear",
      whole,
    },
  };
}

/** The first recorded year only gives the initial state: a dynamic model needs two more. */
const smallest: Readonly<Record<string, number>> = { firms: 50, years: 3, provinces: 5 };

/** All provinces of the base where the design limits none. */
function ownSize(name: string, value: number, scenario: Scenario): number {
  return name === "provinces" && value === 0 ? scenario.provinceVintage : value;
}

/** From the words of `ParameterNote.range`; null for what is no single number. */
function limitsOf({ range }: ParameterRow): { whole: boolean; least: number; most: number } | null {
  const [, whole, least, most] = /^(whole number, )?(-?[\d.]+) to (-?[\d.]+)$/.exec(range) ?? [];
  if (least === undefined || most === undefined) return null;
  return { whole: whole !== undefined, least: Number(least), most: Number(most) };
}
