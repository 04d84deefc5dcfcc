import { InvalidInput, nearestName, type Scenario, showFound } from "../../scenarios/index.ts";
import type { Cell, ResolvedDesign } from "../cells.ts";
import { type World, worldsOf } from "../design.ts";
import { knownEstimands } from "../estimands.ts";
import { checkParameters } from "../worldParameters.ts";
import { mechanismOf } from "./mechanismOf.ts";
import { type SolvedQuantity, solvedQuantity } from "./solvedQuantity.ts";

/** What a person asks; what is left out is taken from the design's `power`, and then from what is usual. */
export interface AskedOfPower {
  /** What is solved for. */
  readonly solve?: string | undefined;
  /** True, or the path of the parameter: the smallest effect that is found. */
  readonly mde?: string | true | undefined;
  readonly method?: string | undefined;
  readonly estimand?: string | undefined;
  readonly target?: number | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly confirm?: number | undefined;
  /** By name: the parameters of a world in which the test should not reject. */
  readonly nulls?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

/** Everything a power study needs, looked up. */
export interface PowerRequest {
  readonly design: ResolvedDesign;
  readonly world: World;
  readonly scenario: Scenario;
  readonly quantity: SolvedQuantity;
  readonly method: string;
  readonly model: string;
  readonly estimand: string;
  readonly target: number;
  readonly confirm: number;
  readonly nulls: readonly NullWorld[];
}

/** A world in which the test should not reject: what it sets on top of the design's. */
export interface NullWorld {
  readonly name: string;
  readonly set: Readonly<Record<string, unknown>>;
}

/**
 * @throws InvalidInput naming the flag or the place in the design, for a design of several worlds or cells, for names it does
 * not have, and where the null of an estimand is not known and not given.
 */
export function powerRequest(design: ResolvedDesign, asked: AskedOfPower): PowerRequest {
  const block = design.design.power ?? {};
  const { cell, world } = onlyCell(design);
  const method = chosen(
    "method",
    asked.method ?? block.method,
    cell.methods.map(({ name }) => name),
  );
  const specification = cell.methods.find(({ name }) => name === method);
  if (specification === undefined) throw new RangeError(`no method ${method}`);
  const estimands = knownEstimands(specification);
  const wanted = cell.estimands?.filter((name) => estimands.includes(name)) ?? estimands;
  const estimand = chosen(
    "estimand",
    asked.estimand ?? block.estimand,
    asked.estimand === undefined ? wanted : estimands,
  );
  const mechanism = mechanismOf(estimand, cell.scenario, specification.model);
  const { name, said } = solved(asked, block, mechanism);
  const fromBlock = name === block.solve || (asked.mde !== undefined && name === (block.effect ?? name));
  const quantity = solvedQuantity(name, cell.scenario, {
    said,
    from: asked.from ?? (fromBlock ? block.from : undefined),
    to: asked.to ?? (fromBlock ? block.to : undefined),
  });
  return {
    design,
    world,
    scenario: cell.scenario,
    quantity,
    method,
    model: specification.model,
    estimand,
    target: asked.target ?? block.target ?? 0.8,
    confirm: asked.confirm ?? block.confirm ?? 2 * design.design.replications,
    nulls: checkedNulls(nullsOf(asked.nulls ?? block.nulls, quantity, mechanism, estimand), world),
  };
}

/** Tried here, so that a fault is told where the user wrote it. */
function checkedNulls(nulls: readonly NullWorld[], { scenario }: World): readonly NullWorld[] {
  for (const { name, set } of nulls)
    checkParameters({ scenario, set: { ...set } }, `null ${showFound(name)}`);
  return nulls;
}

function onlyCell({ design, cells }: ResolvedDesign): { cell: Cell; world: World } {
  const [cell] = cells;
  const world = worldsOf(design)[0]?.world;
  if (cell !== undefined && world !== undefined && cells.length === 1 && variesNothing(world)) {
    return { cell, world };
  }
  throw new InvalidInput({
    path: "dataGenerating",
    found: `${cells.length} cells`,
    expected: "one world that varies nothing: the power study varies what it solves for",
  });
}

function variesNothing({ vary, cells, sample }: World): boolean {
  return vary === undefined && cells === undefined && sample === undefined;
}

/** @throws InvalidInput when it is not one of `known`, or is left out where there are several. */
function chosen(what: "method" | "estimand", name: string | undefined, known: readonly string[]): string {
  const [only] = known;
  if (name === undefined && known.length === 1 && only !== undefined) return only;
  if (name !== undefined && known.includes(name)) return name;
  throw new InvalidInput({
    path: `--${what}`,
    found: name === undefined ? "nothing, and the design has several" : showFound(name),
    expected: `one of ${known.join(", ")}`,
    suggestion: name === undefined ? null : nearestName(name, known),
  });
}

/** What is solved for, and where that was said. */
function solved(
  { solve, mde }: AskedOfPower,
  block: { readonly solve?: string | undefined; readonly effect?: string | undefined },
  mechanism: string | null,
): { readonly name: string; readonly said: string } {
  if (solve !== undefined && mde !== undefined) {
    throw new InvalidInput({ path: "--mde", found: "--solve as well", expected: "one of the two" });
  }
  if (typeof mde === "string") return { name: mde, said: "--mde" };
  const [flag, own] = mde === true ? ([undefined, block.effect] as const) : ([solve, block.solve] as const);
  if (flag !== undefined) return { name: flag, said: "--solve" };
  if (own !== undefined) return { name: own, said: mde === true ? "power.effect" : "power.solve" };
  if (mde === true && mechanism !== null) return { name: mechanism, said: "--mde" };
  throw new InvalidInput({
    path: mde === true ? "--mde" : "--solve",
    found: "nothing",
    expected:
      mde === true
        ? "the path of a parameter, as in --mde imitationSame: no single one is known to be behind this estimand"
        : "firms, years, provinces or the path of a parameter; or --mde",
  });
}

function nullsOf(
  given: AskedOfPower["nulls"],
  { kind, parameter }: SolvedQuantity,
  mechanism: string | null,
  estimand: string,
): NullWorld[] {
  if (given !== undefined) return Object.entries(given).map(([name, set]) => ({ name, set }));
  const path = kind === "effect" ? parameter : mechanism;
  if (path === null) {
    throw new InvalidInput({
      path: "--null",
      found: `nothing, and no single parameter is known to be behind ${estimand}`,
      expected: `the parameters of a world in which it should not be found, as in --null "imitationSame=0"`,
    });
  }
  return [{ name: `${path} = 0`, set: { [path]: 0 } }];
}
