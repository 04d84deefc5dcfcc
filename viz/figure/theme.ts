/** What a figure takes from the page around it. */
export interface FigureTheme {
  /** CSS colours of text, of the opaque ground and of grid lines. */
  readonly ink: string;
  readonly ground: string;
  readonly grid: string;
  /** CSS pixels; lines and points grow with it, so a projector's larger type comes with stronger lines. */
  readonly fontSize: number;
  /** False where the reader asked for less motion. */
  readonly animated: boolean;
}

/** The light theme of exported figures. */
export const lightTheme: FigureTheme = {
  ink: "#1a1a1a",
  ground: "#ffffff",
  grid: "#d6d6d6",
  fontSize: 14,
  animated: false,
};

/** The dark theme, by whose ground the colours were chosen. */
export const darkTheme: FigureTheme = {
  ink: "#eaeaea",
  ground: "#121212",
  grid: "#3c3c3c",
  fontSize: 14,
  animated: false,
};

/** Width of an ordinary line in CSS pixels. */
export function lineWidth({ fontSize }: FigureTheme): number {
  return fontSize / 7;
}

/** Radius of an ordinary point in CSS pixels. */
export function pointRadius({ fontSize }: FigureTheme): number {
  return (fontSize * 2) / 7;
}

/**
 * The theme that an element is in, by its computed style: its colour, its background, the colour of its border and its type
 * size. So the page's CSS decides, and a figure has no colours of its own for text and ground.
 */
export function themeOf(element: HTMLElement): FigureTheme {
  const style = getComputedStyle(element);
  return {
    ink: style.color,
    ground: style.backgroundColor,
    grid: style.borderTopColor,
    fontSize: Number.parseFloat(style.fontSize) * 0.875,
    animated: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}

/** What `themeOf` is likely to say, without a look at the element: dark or light, by the page and else by the system. */
export function likelyTheme(): FigureTheme {
  const scheme = document.documentElement.dataset.theme ?? "system";
  const dark =
    scheme === "dark" || (scheme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  return dark ? darkTheme : lightTheme;
}

/** Calls `changed` when the theme may be another one: the system's colours or motion, or attributes of the page. */
export function watchTheme(changed: () => void): () => void {
  const queries = ["(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener("change", changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true });
  return () => {
    for (const query of queries) query.removeEventListener("change", changed);
    observer.disconnect();
  };
}
