import { useEffect, useRef, useState } from "preact/hooks";
import { throttleLatest } from "./throttle.ts";

/** How long a spoken sentence stands before the next, in milliseconds. */
const sentencePause = 2000;

/** A sentence that changes at most every two seconds, so that a screen reader can keep up with a running simulation. */
export function LiveSummary({ id, text, live }: { id: string; text: string; live: boolean }) {
  const [said, setSaid] = useState(text);
  const throttle = useRef<ReturnType<typeof throttleLatest<string>> | null>(null);
  useEffect(() => {
    throttle.current ??= throttleLatest(setSaid, sentencePause);
    throttle.current.push(text);
  }, [text]);
  useEffect(() => () => throttle.current?.cancel(), []);
  return (
    <p id={id} class="figure-summary" aria-live={live ? "polite" : "off"}>
      {said}
    </p>
  );
}
