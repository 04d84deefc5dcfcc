import type { ComponentChildren } from "preact";
import { useTurn } from "./useTurn.ts";

/** Parts of a page that come in a frame of their own, from top to bottom. What they need should be ready where this is rendered. */
export function Later({ children }: { readonly children: ComponentChildren }) {
  return useTurn() ? children : null;
}
