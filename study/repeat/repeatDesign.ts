import { modelSpecification } from "../../scenarios/index.ts";
import type { Design, PerformanceName } from "../design.ts";
import { parseDesign } from "../design.ts";

/** One world and one model specification, to be repeated. */
export interface RepeatRequest {
  /** Name of a scenario. */
  readonly scenario: string;
  /** Parameters on top of it. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly seed: string;
  /** Name of a model specification. */
  readonly method: string;
  readonly replications: number;
}

/** Measures of such a study: what `readingsOf` reads, and whether the method gave estimates at all. */
export const REPEAT_PERFORMANCE: PerformanceName[] = [
  "bias",
  "empiricalSe",
  "modelSe",
  "relativeError",
  "coverage",
  "rejection",
  "convergence",
];

/**
 * The design of a study of one world by one specification. Its histories are those that are watched: replication r is
 * that of the same world, seed and parameters with `replication` r. Of a Cox model hazard ratios are estimands as well.
 *
 * @throws InvalidInput for an unknown specification, or a number of replications that no design may have. Scenario and parameters are
 * looked up when it is resolved.
 */
export function repeatDesign({ scenario, set, seed, method, replications }: RepeatRequest): Design {
  const { model, numeric } = modelSpecification(method);
  const estimands =
    model === "cox" ? { estimands: [...numeric, ...numeric.map((term) => `hazardRatio(${term})`)] } : {};
  return parseDesign({
    aim: `How often is ${method} right in the world ${scenario}?`,
    dataGenerating: { scenario, ...(Object.keys(set).length === 0 ? {} : { set }) },
    methods: [method],
    ...estimands,
    performance: REPEAT_PERFORMANCE,
    replications,
    seed,
  });
}
