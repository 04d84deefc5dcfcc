import { InvalidInput, nearestName } from "../../../scenarios/index.ts";
import type { ClusterEngine } from "./engine.ts";
import { slurm } from "./slurm.ts";

const engines: readonly ClusterEngine[] = [slurm];

export const engineNames = engines.map(({ name }) => name);

/** @throws InvalidInput for an unknown name. */
export function engineNamed(name: string): ClusterEngine {
  const found = engines.find((each) => each.name === name);
  if (found !== undefined) return found;
  throw new InvalidInput({
    path: "--engine",
    found: JSON.stringify(name),
    expected: `a scheduler: ${engineNames.join(", ")}`,
    suggestion: nearestName(name, engineNames),
  });
}
