import type { Place } from "../state/labState.ts";

/**
 * Asks for what the simulator's thread of a place will need, after the place has been painted. The thread itself finds each of its files in the
 * one before; the build has written down all of them.
 */
export function askForThreadFiles(place: Place): () => void {
  // A frame's callback comes before its paint, a timer of it after.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => {
      for (const { href } of document.querySelectorAll<HTMLLinkElement>(
        `link[data-thread][data-place~="${place}"]`,
      ))
        void keep(href);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Has a file in the browser's cache. It is read to its end: half of it would keep others who ask for it waiting. */
async function keep(href: string): Promise<void> {
  try {
    await (await fetch(href, { priority: "low" })).arrayBuffer();
  } catch {
    // Who needs it asks for it again, and says what is wrong.
  }
}
