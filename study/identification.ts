import { type DerivedColumn, InvalidInput, type ModelSpecification } from "../scenarios/index.ts";
import type { Level, PanelColumn } from "../sim/recording/column.ts";
import { panelColumns } from "../sim/recording/panelColumns.ts";

/** What a set of dummies tells apart besides the columns it is made of. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  pair: ["firm", "destination"],
  firm: ["province", "industry"],
  province: ["region", "partOfCountry"],
  region: ["partOfCountry"],
};

/** What a column of the panel varies over. */
const OF_LEVEL: Readonly<Record<Level, readonly string[]>> = {
  pair: ["firm", "destination"],
  market: ["province", "industry", "destination"],
  firm: ["firm"],
  province: ["province"],
  cell: ["province", "industry"],
  industry: ["industry"],
  destination: ["destination"],
  year: [],
};

/** Counts that leave the firm itself out: between the firms of a market, or of a province, they differ in that alone. */
const LEAVE_ONE_OUT: ReadonlyMap<string, Level> = new Map([
  ["msePeersSameDestination", "market"],
  ["msePeersOtherDestinations", "market"],
  ["msePeersStartedSameDestination", "market"],
  ["msePeersShareSameDestination", "market"],
  ["mseOffshoreOutsourcingProvinceLag1", "province"],
]);

/** Columns that stand by market in the panel and vary over less. */
const OF_INDUSTRY_AND_DESTINATION = new Set(["nationalMseSameDestination", "nationalLargeSameDestination"]);

/** Columns of which the sum, peers here and elsewhere, is one number a cell and year. */
const HERE_AND_ELSEWHERE = [
  ["msePeersSameDestination", "msePeersOtherDestinations"],
  ["largePeersSameDestination", "largePeersOtherDestinations"],
  ["msePeersStartedSameDestination", "msePeersStartedOtherDestinations"],
] as const;

/**
 * Why a specification is not identified whatever the data are: some set of its dummies has one value wherever a
 * numeric column has one. Null where no such set is found; a column may still turn out collinear in the data.
 */
export function unidentifiedReason(specification: ModelSpecification): string | null {
  const sets = [...specification.factors.map((factor) => [factor]), ...(specification.interactions ?? [])];
  if (specification.model === "cox" && specification.strata.length > 0) sets.push(specification.strata);
  if (specification.model === "conditionalLogit") {
    const { choiceSet, alternative } = specification;
    const constant = sets.find((set) => !set.includes(alternative));
    if (constant !== undefined)
      return `the dummies of ${constant.join(" × ")} are the same for all alternatives of a choice, so they drop out; cross them with ${alternative}`;
    sets.push(choiceSet);
  }
  for (const name of specification.numeric) {
    const derived = specification.derived?.find((each) => each.name === name);
    const source = derived?.column ?? name;
    const column = panelColumns.find((each) => each.name === source);
    if (column === undefined) continue;
    const varies = variesAs(derived?.by, column);
    const swallowing = sets.find((set) => {
      const told = toldApart(set);
      return varies.every((each) => told.has(each));
    });
    if (swallowing !== undefined) return sentence(name, source, swallowing);
  }
  for (const pair of HERE_AND_ELSEWHERE) {
    if (!pair.every((name) => specification.numeric.includes(name))) continue;
    const swallowing = sets.find((set) => {
      const told = toldApart(set);
      return ["province", "industry", "year"].every((each) => told.has(each));
    });
    if (swallowing !== undefined)
      return `the dummies of ${swallowing.join(" × ")} take up the sum of ${pair.join(" and ")}, so that one of the two says all that the other does; leave one of them out`;
  }
  return null;
}

/** @throws InvalidInput with the reason where the specification is not identified. */
export function refuseUnidentified(specification: ModelSpecification, path: string): void {
  const reason = unidentifiedReason(specification);
  if (reason === null) return;
  throw new InvalidInput({
    path,
    found: `${specification.name}, which is not identified: ${reason}`,
    expected: "a specification whose dummies leave something of each column",
  });
}

function levelOf({ name, level }: PanelColumn): Level {
  return LEAVE_ONE_OUT.get(name) ?? level;
}

/** What a column, or one derived from it, varies over. */
function variesAs(by: DerivedColumn["by"] | undefined, column: PanelColumn): readonly string[] {
  switch (by) {
    case "meanOfPair":
    case "meanOfFirm":
      return OF_LEVEL[levelOf(column)];
    // Spells of one place that began in different years remember different values.
    case "atEntry":
      return [...OF_LEVEL.pair, "year"];
    default:
      return variesOver(column);
  }
}

function variesOver(column: PanelColumn): readonly string[] {
  if (OF_INDUSTRY_AND_DESTINATION.has(column.name)) return ["industry", "destination", "year"];
  const where = OF_LEVEL[levelOf(column)];
  return column.taken === "once" ? where : [...where, "year"];
}

function toldApart(set: readonly string[]): Set<string> {
  const told = new Set(set);
  // Members added while the set is walked through are visited as well.
  for (const name of told) for (const implied of IMPLIED[name] ?? []) told.add(implied);
  return told;
}

function sentence(name: string, source: string, set: readonly string[]): string {
  const dummies = `the dummies of ${set.join(" × ")}`;
  return LEAVE_ONE_OUT.has(source)
    ? `${dummies} take up every difference in ${name} but that a firm is not its own peer, which says nothing of what peers do to it (exclusion bias)`
    : `${name} has one value wherever ${dummies} have one, so no effect of it is left to estimate`;
}
