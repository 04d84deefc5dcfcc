/** What waits for its frame: costly parts of a page, of which several in one frame would hold up the reader's finger. */
const waiting: (() => void)[] = [];

/**
 * Does something in a frame of its own, after what asked before.
 *
 * @returns takes it back, if it has not been done.
 */
export function inTurn(action: () => void): () => void {
  if (waiting.push(action) === 1) requestAnimationFrame(next);
  return () => {
    const at = waiting.indexOf(action);
    // The first one's frame is asked for: it stays, as an empty turn.
    if (at === 0) waiting[0] = () => undefined;
    else if (at > 0) waiting.splice(at, 1);
  };
}

function next(): void {
  const action = waiting[0];
  try {
    action?.();
  } finally {
    waiting.shift();
    if (waiting.length > 0) requestAnimationFrame(next);
  }
}
