import { useEffect, useState } from "preact/hooks";

/** A value some frames after it has changed, so that parts that are costly to draw are not drawn in one frame together. */
export function useStaggered<Value>(value: Value, frames: number): Value {
  const [late, setLate] = useState(value);
  useEffect(() => {
    let left = frames;
    let frame = 0;
    const wait = () => {
      left -= 1;
      if (left < 0) setLate(() => value);
      else frame = requestAnimationFrame(wait);
    };
    wait();
    return () => cancelAnimationFrame(frame);
  }, [value, frames]);
  return late;
}
