import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** Milliseconds of one frame. */
const frame = 16;

/**
 * Counts from 0 to `total` once it may begin: what is heavy to draw comes piece by piece, and the page answers in between.
 *
 * @param pause milliseconds between two steps, a frame by default.
 */
export function useSteps(begin: boolean, total: number, pause = frame): number {
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
    }, pause);
    return () => clearTimeout(timer);
  }, [begin, now, total, pause, step]);
  return now;
}
