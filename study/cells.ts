import {
  InvalidInput,
  type ModelSpecification,
  modelSpecification,
  modelSpecificationNames,
  nearestName,
  type Scenario,
  showFound,
} from "../scenarios/index.ts";
import { type CellSource, cellSourceOf, countOfCells, placeOfCell, valuesOfCells } from "./cellValues.ts";
import { type Design, type World, worldsOf } from "./design.ts";
import { couldBeEstimand, factorTermName, knownEstimands, levelsOf } from "./estimands.ts";
import { refuseUnidentified } from "./identification.ts";
import { refuseUntil } from "./until/refuseUntil.ts";
import { refuseUnknownVerdict } from "./verdict/checkVerdict.ts";
import { checkParameters, scenarioOf } from "./worldParameters.ts";

/** One combination of a world's varied parameters: everything a replication needs to know but its number. */
export interface Cell {
  /** Position in the study, from 0. */
  readonly index: number;
  /** Name of the world. */
  readonly world: string;
  /** The varied parameters and their values here; empty when the world varies none. */
  readonly values: Readonly<Record<string, unknown>>;
  /**
   * Names the random numbers of this cell. It is made of the world's name and the varied values, not of the
   * position, so that a cell keeps its draws when others are added before it.
   */
  readonly condition: string;
  /** Tells the cell from every other of the study, whatever its position: the world's name and the varied values. */
  readonly key: string;
  readonly scenario: Scenario;
  readonly methods: readonly ModelSpecification[];
  /** What the summary shows; null for all but factor levels. */
  readonly estimands: readonly string[] | null;
}

/** A design with every name looked up: plain JSON, so it can be handed to a worker. */
export interface ResolvedDesign {
  readonly design: Design;
  readonly cells: readonly Cell[];
}

/**
 * Looks up scenarios, parameters and model specifications, and lays out the cells: worlds in the order of the file,
 * within a world as `valuesOfCells` says.
 *
 * @throws InvalidInput with the path in the design of the first name or value that is not accepted.
 */
export function resolveDesign(design: Design): ResolvedDesign {
  refuseManyCells(design);
  refuseRepeated(design.performance, "performance", "each measure once");
  const cells: Cell[] = [];
  const names = new Set<string>();
  for (const { world, path, name } of worldsOf(design)) {
    if (names.has(name)) {
      throw new InvalidInput({
        path: `${path}.name`,
        found: `a second world named ${showFound(name)}`,
        expected: "a name of its own for each world",
      });
    }
    names.add(name);
    const methods = resolveMethods(design, world, path);
    checkParameters(world, path);
    const source = cellSourceOf(world, path);
    const variants = valuesOfCells(world, name, design.seed).map((values, index) => ({
      values,
      scenario: scenarioOf(world, values, placeOfCell(source, path, index)),
    }));
    const scenarios = variants.map(({ scenario }) => scenario);
    refuseExactClocks(methods, scenarios, world.methods === undefined ? "methods" : `${path}.methods`);
    const estimands = resolveEstimands(design, world, path, methods, scenarios);
    refuseRepeatedCells(variants, source, name, path);
    for (const { values, scenario } of variants) {
      cells.push({
        index: cells.length,
        world: name,
        values,
        condition: design.streams === "common" ? "common" : cellKey(name, values),
        key: cellKey(name, values),
        scenario,
        methods,
        estimands,
      });
    }
  }
  refuseUntil(design, cells);
  refuseUnknownVerdict(design, cells);
  return { design, cells };
}

const MOST_CELLS = 100_000;

/** What the index of a study's logs can hold: 24 bytes each, 2.4 GB. */
const MOST_REPLICATIONS = 100_000_000;

/** Counted before any cell is laid out. */
function refuseManyCells(design: Design): void {
  const cells = worldsOf(design).reduce((sum, { world }) => sum + countOfCells(world), 0);
  if (cells > MOST_CELLS) {
    throw new InvalidInput({
      path: "dataGenerating",
      found: `${cells.toLocaleString("en")} cells, the combinations of the varied values`,
      expected: `at most ${MOST_CELLS.toLocaleString("en")} cells; vary fewer parameters, or fewer values of each`,
    });
  }
  const replications = cells * design.replications;
  if (replications <= MOST_REPLICATIONS) return;
  throw new InvalidInput({
    path: "replications",
    found: `${replications.toLocaleString("en")} replications in all: ${design.replications.toLocaleString("en")} in each of ${cells.toLocaleString("en")} cells`,
    expected: `at most ${MOST_REPLICATIONS.toLocaleString("en")} in all, which the index of a study's logs can hold; here at most ${Math.floor(MOST_REPLICATIONS / cells).toLocaleString("en")} a cell`,
  });
}

/** A cell that stands twice would have the same name and the same draws. */
function refuseRepeatedCells(
  variants: readonly { readonly values: Readonly<Record<string, unknown>> }[],
  source: CellSource | null,
  world: string,
  path: string,
): void {
  const keys = new Set<string>();
  for (const [index, { values }] of variants.entries()) {
    const key = cellKey(world, values);
    if (keys.has(key)) {
      throw new InvalidInput({
        path: source === "sample" ? `${path}.sample.points` : placeOfCell(source, path, index),
        found: `the cell ${showFound(key)} a second time`,
        expected:
          source === "sample"
            ? "fewer points, or wider ranges: two points are one and the same once they are rounded"
            : source === "cells"
              ? "each cell once"
              : "each value of a parameter once",
      });
    }
    keys.add(key);
  }
}

/** `wide {firms=4000,decision.kind="entryExit"}`, or the world's bare name when nothing varies. */
function cellKey(world: string, values: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(values).map(([parameter, value]) => `${parameter}=${JSON.stringify(value)}`);
  return parts.length === 0 ? world : `${world} {${parts.join(",")}}`;
}

function resolveMethods(design: Design, world: World, path: string): ModelSpecification[] {
  const names = world.methods ?? design.methods;
  const where = world.methods === undefined ? "methods" : `${path}.methods`;
  const own = ownSpecifications(design);
  const known = [...own.keys(), ...modelSpecificationNames()];
  if (names === undefined) {
    throw new InvalidInput({
      path: where,
      found: "nothing",
      expected: `a list of model specifications here or in ${path}, out of ${known.join(", ")}`,
    });
  }
  return names.map((name, index) => {
    if (names.indexOf(name) !== index) {
      throw new InvalidInput({
        path: `${where}[${index}]`,
        found: `${showFound(name)} a second time`,
        expected: "each method once",
      });
    }
    if (!known.includes(name)) {
      throw new InvalidInput({
        path: `${where}[${index}]`,
        found: showFound(name),
        expected: `one of ${known.join(", ")}`,
        suggestion: nearestName(name, known),
      });
    }
    const specification = own.get(name) ?? modelSpecification(name);
    refuseUnidentified(specification, `${where}[${index}]`);
    return specification;
  });
}

/** The design's own model specifications by name. A name means the same model everywhere, so none may be one of ours. */
function ownSpecifications({ specifications = [] }: Design): Map<string, ModelSpecification> {
  const own = new Map<string, ModelSpecification>();
  for (const [index, specification] of specifications.entries()) {
    const { name } = specification;
    if (own.has(name) || modelSpecificationNames().includes(name)) {
      throw new InvalidInput({
        path: `specifications[${index}].name`,
        found: `${showFound(name)}, which is taken`,
        expected: "a name of its own for each model specification",
      });
    }
    own.set(name, specification);
  }
  return own;
}

/** Only where starts and returns are decided by themselves does a return have a time within its year. */
function refuseExactClocks(
  methods: readonly ModelSpecification[],
  scenarios: readonly Scenario[],
  where: string,
): void {
  const kind = scenarios.map(({ decision }) => decision.kind).find((each) => each !== "entryExit");
  if (kind === undefined) return;
  for (const [index, method] of methods.entries()) {
    if (method.model !== "cox" || method.clock !== "exact") continue;
    const yearly = modelSpecificationNames().filter((name) => {
      const each = modelSpecification(name);
      return each.model === "cox" && each.clock === "yearly";
    });
    throw new InvalidInput({
      path: `${where}[${index}]`,
      found: `${showFound(method.name)} in a world with decision.kind = "${kind}", which records no exit times`,
      expected: `a method that needs none, such as ${yearly.join(", ")}, or decision.kind = "entryExit"`,
    });
  }
}

function resolveEstimands(
  design: Design,
  world: World,
  path: string,
  methods: readonly ModelSpecification[],
  scenarios: readonly Scenario[],
): readonly string[] | null {
  const estimands = world.estimands ?? design.estimands ?? null;
  const where = world.estimands === undefined ? "estimands" : `${path}.estimands`;
  refuseRepeated(estimands ?? [], where, "each estimand once");
  for (const [index, estimand] of (estimands ?? []).entries()) {
    if (methods.some((method) => scenarios.some((scenario) => couldBeEstimand(method, estimand, scenario)))) {
      continue;
    }
    const known = [...new Set(methods.flatMap(knownEstimands))];
    throw new InvalidInput({
      path: `${where}[${index}]`,
      found: showFound(estimand),
      expected: `an estimand of the methods: ${[...known, ...factorsOf(methods, scenarios)].join(", ")}; or peerEffect, hazardRatio(term) of a Cox model, or difference(one, other) of two of these by one method`,
      suggestion: nearestName(estimand, known),
    });
  }
  return estimands;
}

function refuseRepeated(names: readonly string[], where: string, expected: string): void {
  const index = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (index < 0) return;
  throw new InvalidInput({
    path: `${where}[${index}]`,
    found: `${showFound(names[index])} a second time`,
    expected,
  });
}

/** How the levels of the factors are written, with those that are known: `factor(year)2008|2009`, `factor(region)…`. */
function factorsOf(methods: readonly ModelSpecification[], scenarios: readonly Scenario[]): string[] {
  const columns = [...new Set(methods.flatMap(({ factors }) => factors))];
  return columns.map((column) => {
    const levels = scenarios.map((scenario) => levelsOf(column, scenario));
    const known = levels.includes(null) ? null : [...new Set(levels.flatMap((each) => each ?? []))];
    return factorTermName(column) + (known === null ? "…" : known.join("|"));
  });
}
