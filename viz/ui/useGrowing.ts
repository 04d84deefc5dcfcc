import { useLayoutEffect, useState } from "preact/hooks";
import { inTurn } from "./inTurn.ts";

/**
 * How many of many alike parts may be rendered: so many more every frame, until all are there.
 *
 * @param all how many there are.
 * @param more how many in a frame.
 */
export function useGrowing(all: number, more: number): number {
  const [count, setCount] = useState(more);
  useLayoutEffect(
    () => (count < all ? inTurn(() => setCount(count + more), true) : undefined),
    [count, all, more],
  );
  return count;
}
