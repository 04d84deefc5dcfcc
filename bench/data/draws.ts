import { normalQuantile } from "../../numerics/normal.ts";
import { stream } from "../../sim/random/streams.ts";

/** Draws for made-up data, the same in every run. */
export interface Draws {
  uniform(): number;
  normal(): number;
}

export function draws(name: string): Draws {
  const uniform = stream({ seed: "bench", condition: name, replication: 1 }, "signal");
  return { uniform, normal: () => normalQuantile(uniform()) };
}
