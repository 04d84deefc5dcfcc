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
