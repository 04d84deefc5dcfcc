import { createPool, type Pool } from "../pool.ts";
import type { WorkerEndpoint } from "../workerEndpoint.ts";
import type { JobOf, LabKind, ProgressOf, ResultOf, SetupOf } from "./labServices.ts";

/**
 * A pool of the lab's worker, all of whose threads are one service. The page knows the services by their types alone.
 *
 * @param setup what every thread is prepared with.
 */
export function createLabPool<Kind extends LabKind>(
  kind: Kind,
  setup: SetupOf<Kind>,
  options: { readonly spawn: () => WorkerEndpoint; readonly size: number },
): Pool<JobOf<Kind>, ResultOf<Kind>, ProgressOf<Kind>> {
  return createPool({ ...options, setup: { kind, setup } });
}
