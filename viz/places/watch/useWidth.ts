import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * Whether an element is at least so many CSS pixels wide: no, until it has been laid out. The observer tells before anything is painted, and the
 * page need not be laid out for the question.
 */
export function useAtLeast(element: RefObject<HTMLElement | null>, width: number): ReadonlySignal<boolean> {
  const wide = useSignal(false);
  useLayoutEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      wide.value = (entry?.contentRect.width ?? 0) >= width;
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, wide, width]);
  return wide;
}
