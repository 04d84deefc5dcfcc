import type { WatchRequest } from "../../sim/index.ts";
import type { ResolvedDesign } from "../cells.ts";
import { worldsOf } from "../design.ts";
import { cellOf } from "../orderRows.ts";
import type { ReplicationKey } from "../replicationKeys.ts";

/**
 * What it takes to watch the very history that a replication was estimated from: the world with the cell's parameters by
 * their paths, and the key of its draws.
 *
 * @throws RangeError when the design has no such cell.
 */
export function historyOf(
  { design, cells }: ResolvedDesign,
  { cell, replication }: ReplicationKey,
): Required<WatchRequest> {
  const { world, values, condition } = cellOf({ design, cells }, cell);
  const given = worldsOf(design).find(({ name }) => name === world);
  if (given === undefined) throw new RangeError(`The design has no world ${world}.`);
  const { scenario, set = {} } = given.world;
  return { scenario, set: byPath({ ...set, ...values }), seed: design.seed, condition, replication };
}

/** `{ controls: { size: 0 } }` as `{ "controls.size": 0 }`; lists stay whole. */
function byPath(set: Readonly<Record<string, unknown>>, before = ""): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(set).flatMap(([name, value]): [string, unknown][] =>
      isObject(value) ? Object.entries(byPath(value, `${before}${name}.`)) : [[`${before}${name}`, value]],
    ),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
