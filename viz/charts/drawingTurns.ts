/** Drawings that wait for their turn. */
export interface DrawingTurns {
  /** Has `draw` run in the next frame with room for it, once however often it is asked for. */
  ask(draw: () => void): void;
  /** Takes it back. @returns whether it was waiting. */
  drop(draw: () => void): boolean;
}

/**
 * Lets drawings take turns: in each frame as many as fit into some milliseconds, at least one, the others in the frames after it. A page
 * with several charts redraws them all, and none of its tasks is as long as all of them together.
 *
 * @param requestFrame calls back once, in the next frame.
 * @param now milliseconds of a clock.
 */
export function drawingTurns(options: {
  readonly requestFrame: (callback: () => void) => void;
  readonly now: () => number;
  readonly milliseconds: number;
}): DrawingTurns {
  const { requestFrame, now, milliseconds } = options;
  // In the order in which they were asked for.
  const waiting = new Set<() => void>();
  let asked = false;
  function askForFrame(): void {
    if (asked || waiting.size === 0) return;
    asked = true;
    requestFrame(runFrame);
  }
  function runFrame(): void {
    asked = false;
    const start = now();
    // What is asked for meanwhile is for a later frame.
    for (const draw of [...waiting]) {
      if (!waiting.delete(draw)) continue;
      try {
        draw();
      } finally {
        askForFrame();
      }
      if (now() - start >= milliseconds) break;
    }
  }
  return {
    ask(draw) {
      waiting.add(draw);
      askForFrame();
    },
    drop: (draw) => waiting.delete(draw),
  };
}
