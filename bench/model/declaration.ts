import { stream, type Uniforms } from "../../sim/random/streams.ts";
import type { RunKey } from "../../sim/run.ts";

/**
 * The model that every implementation runs:
 *
 *     index  = base + offset[l] + stateDependence · active[t−1] + imitation · P
 *     P      = firms of the own province active in l, the firm itself left out, mean of t − 1 and t − 2
 *     active = draw < Φ(index)
 *
 * Founding places the firms, with nobody active; the years follow.
 */
export const model = {
  firms: 16_000,
  provinces: 103,
  destinations: 4,
  firstYear: 2001,
  years: 7,
  base: -2.3,
  offset: [0, -0.79, -0.88, -0.95],
  stateDependence: 3.3,
  imitation: 0.03,
} as const;

export const key: RunKey = { seed: "bench", condition: "common", replication: 1 };

/** All provinces are equally likely; firms are placed in their order. */
export function placements(): () => number {
  const draw = stream(key, "placement");
  return () => {
    const province = Math.floor(draw() * model.provinces);
    draw(); // the simulator's second draw decides on the industry, of which this model has one
    return province;
  };
}

/** One draw a firm and destination, in that order, whether or not it is needed. */
export function decisionDraws(year: number): Uniforms {
  return stream(key, "decision", year);
}

/** A founded world that can be taken through its years. */
export interface RunningModel {
  simulateYear(year: number): void;
  /** 1 where active, one entry a firm × destination. Not part of what is timed. */
  statuses(): Uint8Array;
}

export interface Implementation {
  readonly name: string;
  found(): RunningModel;
}
