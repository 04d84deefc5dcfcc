import { useEffect, useState } from "preact/hooks";
import { inTurn } from "./inTurn.ts";

/**
 * Whether a costly part of the page may be rendered: from a frame of its own on, once it is ready. Parts that are ready together come one a
 * frame, in the order in which they stand on the page, so that none holds up the page, and a slow telephone least of all.
 */
export function useTurn(ready = true): boolean {
  const [come, setCome] = useState(false);
  useEffect(() => (ready && !come ? inTurn(() => setCome(true)) : undefined), [ready, come]);
  return come;
}
