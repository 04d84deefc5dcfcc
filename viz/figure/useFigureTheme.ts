import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { type FigureTheme, lightTheme, themeOf, watchTheme } from "./theme.ts";

/** The theme that an element is in, read again when the page or the system changes it. */
export function useFigureTheme(element: RefObject<HTMLElement | null>): FigureTheme {
  const [theme, setTheme] = useState(lightTheme);
  useLayoutEffect(() => {
    const read = () => {
      if (element.current === null) return;
      const next = themeOf(element.current);
      setTheme((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    read();
    return watchTheme(read);
  }, [element]);
  return theme;
}
