import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** Milliseconds between two steps: one frame. */
const frame = 16;

/**
 * Counts from 0 to `total` once it may begin, a frame a step: what is heavy to draw comes piece by piece, and the page answers in between.
 */
export function useSteps(begin: boolean, total: number): number {
  const step = useSignal(0);
  const now = begin ? step.value : 0;
  useEffect(() => {
    if (!begin) {
      step.value = 0;
      return;
    }
    if (now >= total) return;
    const timer = setTimeout(() => {
      step.value = now + 1;
    }, frame);
    return () => clearTimeout(timer);
  }, [begin, now, total, step]);
  return now;
}
