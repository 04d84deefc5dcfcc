import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type FigureTheme, likelyTheme, themeOf, watchTheme } from "./theme.ts";

/** As a figure of this page last read it: the next one begins with it. */
let lastRead: FigureTheme | null = null;

/**
 * The theme that an element is in, read again when the page or the system changes it. It is read after the element was painted:
 * before, the whole page would have to be laid out within the task that makes the element.
 */
export function useFigureTheme(element: RefObject<HTMLElement | null>): FigureTheme {
  const [theme, setTheme] = useState(() => lastRead ?? likelyTheme());
  useEffect(() => {
    const read = () => {
      if (element.current === null) return;
      const next = themeOf(element.current);
      lastRead = next;
      setTheme((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    read();
    return watchTheme(read);
  }, [element]);
  return theme;
}
