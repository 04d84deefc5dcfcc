/**
 * Lets the messages in that have arrived meanwhile, and goes on. A message to oneself is a macrotask like theirs and comes after
 * them; a timer would do as well, but browsers make nested timers wait for 4 ms.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      port2.close();
      resolve();
    };
    port1.postMessage(null);
  });
}

/** For many short pieces of work: breathes where the last breath is longer ago than `apart` milliseconds. */
export function breathingApart(apart = 8): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < apart) return;
    await breathe();
    last = performance.now();
  };
}

/** Two frames of a page, in milliseconds. */
const frames = 34;

/** Leaves the page the time to draw what it was sent, before it is sent much more. */
export function letDraw(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, frames);
  });
}
