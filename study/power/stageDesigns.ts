import { type ResolvedDesign, resolveDesign } from "../cells.ts";
import type { World } from "../design.ts";
import type { NullWorld, PowerRequest } from "./powerRequest.ts";

/** The studies that a power study consists of. Their cells share their random numbers, replication by replication. */

/** A study of the estimand alone in the world at some values of what is solved for, one cell a value. */
export function valuesDesign(request: PowerRequest, values: readonly number[]): ResolvedDesign {
  const { parameter, sign } = request.quantity;
  const world = { ...request.world, set: without(request.world.set, parameter) };
  const vary = { [parameter]: values.map((value) => parameterValue(value, sign)) };
  return stage(request, [{ ...world, name: "power", vary }]);
}

/**
 * The worlds in which the test should not reject.
 *
 * @param value of what is solved for where that is a size; the design's own when left out.
 */
export function nullsDesign(
  request: PowerRequest,
  nulls: readonly NullWorld[],
  value: number | null,
): ResolvedDesign {
  const { kind, parameter } = request.quantity;
  const size = kind === "size" && value !== null ? { [parameter]: value } : {};
  return stage(
    request,
    nulls.map(({ name, set }) => ({
      ...request.world,
      name,
      set: { ...request.world.set, ...size, ...set },
    })),
  );
}

/** The same with other random numbers and more replications: what was chosen by its draws is judged by others. */
export function onFreshSeeds(design: ResolvedDesign, replications: number): ResolvedDesign {
  const { seed } = design.design;
  return resolveDesign({ ...design.design, seed: `${seed} | confirmation`, replications });
}

function stage({ design, method, estimand }: PowerRequest, dataGenerating: readonly World[]): ResolvedDesign {
  const { aim, replications, seed, alpha, failure, secondsPerReplication, specifications } = design.design;
  return resolveDesign({
    aim,
    dataGenerating: dataGenerating.map(({ methods, estimands, ...world }) => world),
    methods: [method],
    estimands: [estimand],
    performance: ["rejection", "convergence"],
    replications,
    seed,
    alpha,
    streams: "common",
    ...(failure === undefined ? {} : { failure }),
    ...(secondsPerReplication === undefined ? {} : { secondsPerReplication }),
    ...(specifications === undefined ? {} : { specifications }),
  });
}

/** −0 would be another cell than 0. */
function parameterValue(value: number, sign: 1 | -1): number {
  return value === 0 ? 0 : sign * value;
}

function without(set: Readonly<Record<string, unknown>> = {}, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(set).filter(([key]) => key !== name));
}
