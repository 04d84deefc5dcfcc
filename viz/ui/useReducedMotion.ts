import { useEffect, useState } from "preact/hooks";

const query = "(prefers-reduced-motion: reduce)";

/** Whether the reader wants no motion; follows the setting while the page is open. */
export function useReducedMotion(): boolean {
  const [reduced, setReduced] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setReduced(list.matches);
    follow();
    list.addEventListener("change", follow);
    return () => list.removeEventListener("change", follow);
  }, []);
  return reduced;
}
