import type { Cause } from "../../../scenarios/lab/lookAlikes.ts";

/** What the worlds are called while nobody knows which is which. */
export const letters = ["A", "B", "C"] as const;
export type Letter = (typeof letters)[number];

export type Order = readonly [Cause, Cause, Cause];

const orders: readonly Order[] = [
  ["imitation", "location", "shock"],
  ["imitation", "shock", "location"],
  ["location", "imitation", "shock"],
  ["location", "shock", "imitation"],
  ["shock", "imitation", "location"],
  ["shock", "location", "imitation"],
];

/** Which world is A, B and C: drawn by the seed, so that a link repeats the round. */
export function orderOf(seed: string): Order {
  return orders[digest(seed) % orders.length] as Order;
}

/** FNV-1a over UTF-16 units, its bits mixed (as in MurmurHash3), since seeds are often short and alike. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
