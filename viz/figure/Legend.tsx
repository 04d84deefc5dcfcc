import { h, type VNode } from "preact";
import type { Figure } from "./figure.ts";
import { legendOf } from "./legend.ts";
import type { SvgNode } from "./svgNode.ts";
import { swatch, swatchSize } from "./swatch.ts";
import type { FigureTheme } from "./theme.ts";

/** The marks of a figure with their names: colour, dashes and shape as on the canvas. */
export function Legend({ figure, theme, label }: { figure: Figure; theme: FigureTheme; label: string }) {
  const entries = legendOf(figure);
  if (entries.length === 0) return null;
  return (
    <ul class="figure-legend" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.name}>
          <svg
            width={swatchSize.width * theme.fontSize}
            height={swatchSize.height * theme.fontSize}
            aria-hidden="true"
            focusable="false"
          >
            {element(swatch(entry, theme))}
          </svg>
          {entry.name}
        </li>
      ))}
    </ul>
  );
}

function element({ tag, attributes, children }: SvgNode): VNode {
  return h(
    tag,
    { ...attributes },
    ...children.map((child) => (typeof child === "string" ? child : element(child))),
  );
}
