/** What waits for its frame: costly parts of a page, of which several in one frame would hold up the reader's finger. */
const waiting: (() => void)[] = [];

/**
 * Does something in a frame of its own, after what asked before.
 *
 * @param goesOn it continues what has begun: then it is next, before others begin.
 * @returns takes it back, if it has not been done.
 */
export function inTurn(action: () => void, goesOn = false): () => void {
  if (waiting.length === 0) requestAnimationFrame(next);
  if (goesOn) waiting.unshift(action);
  else waiting.push(action);
  return () => {
    const at = waiting.indexOf(action);
    if (at >= 0) waiting[at] = () => undefined;
  };
}

function next(): void {
  const action = waiting.shift();
  if (waiting.length > 0) requestAnimationFrame(next);
  action?.();
}
