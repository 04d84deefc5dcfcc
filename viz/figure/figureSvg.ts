import { areaLabels, labelLeft } from "./areaLabels.ts";
import type { Axis, Figure } from "./figure.ts";
import { legendOf } from "./legend.ts";
import { tickWriter } from "./numbers.ts";
import { axisRange, axisTicks, type Range } from "./scale.ts";
import { type Placement, svgMark } from "./svgMarks.ts";
import { type SvgNode, svgNode, svgText } from "./svgNode.ts";
import { strokeOf } from "./svgShape.ts";
import { swatch, swatchSize } from "./swatch.ts";
import type { FigureTheme } from "./theme.ts";
import { wideLabel, wrapWords } from "./wrap.ts";

export interface SvgSize {
  readonly width: number;
  readonly height: number;
}

/** Mean width of a character of system-ui, in type sizes; a drawing cannot measure text. */
const characterWidth = 0.56;

/**
 * A figure as the text of a stand-alone SVG file on an opaque ground: title, axes, marks, guides and legend, with the summary
 * as its description. It refers to nothing outside itself, and holds the numbers that the canvas shows.
 */
export function figureSvg(
  figure: Figure,
  theme: FigureTheme,
  size: SvgSize = { width: 800, height: 500 },
): string {
  const em = theme.fontSize;
  const text = { "font-family": "system-ui, sans-serif", "font-size": em, fill: theme.ink };
  const titleLines = wrapWords(figure.title, Math.floor((size.width - 2 * em) / (em * 1.2 * characterWidth)));
  const top = em * (1 + 1.5 * titleLines.length + 0.5);
  const legend = legendNodes(figure, theme, size);
  const bottom = size.height - em - legend.height - em * (figure.x.label === "" ? 1.8 : 3.4);
  const y = axisOf(figure, "y", bottom - top, theme);
  const labelWidth = Math.max(0, ...y.labels.flat().map((line) => line.length)) * em * characterWidth;
  const left = em * (figure.y.label === "" ? 1 : 2.6) + labelWidth + em * 0.5;
  const right = size.width - em * 1.5;
  const x = axisOf(figure, "x", right - left, theme);
  const place: Placement = {
    x: (value) => left + ((value - x.range.min) / (x.range.max - x.range.min)) * (right - left),
    y: (value) => {
      const share = (value - y.range.min) / (y.range.max - y.range.min);
      return figure.y.categories ? top + share * (bottom - top) : bottom - share * (bottom - top);
    },
  };
  const clip = `${figure.id}-plot`;
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  const guides = figure.guides.map(({ axis, at, style }) =>
    svgNode("path", {
      d: axis === "x" ? `M${place.x(at)} ${top}V${bottom}` : `M${left} ${place.y(at)}H${right}`,
      ...strokeOf(style, theme),
    }),
  );
  const drawing = svgNode(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: "img",
      "aria-labelledby": `${figure.id}-title ${figure.id}-description`,
      "xml:lang": figure.language,
    },
    svgNode("title", { id: `${figure.id}-title` }, figure.title),
    svgNode("desc", { id: `${figure.id}-description` }, figure.summary),
    svgNode(
      "defs",
      {},
      svgNode("clipPath", { id: clip }, svgNode("rect", { ...box, y: top - 2, height: bottom - top + 4 })),
    ),
    svgNode("rect", { width: size.width, height: size.height, fill: theme.ground }),
    ...titleLines.map((line, at) =>
      svgNode(
        "text",
        { ...text, x: em, y: em * (2 + 1.5 * at), "font-size": em * 1.2, "font-weight": 600 },
        line,
      ),
    ),
    ...x.ticks.flatMap((at, index) => [
      ...(figure.x.categories
        ? []
        : [svgNode("path", { d: `M${place.x(at)} ${top}V${bottom}`, stroke: theme.grid })]),
      ...lines(
        x.labels[index] ?? [],
        { ...text, x: place.x(at), y: bottom + em * 1.3, "text-anchor": "middle" },
        em,
      ),
    ]),
    ...y.ticks.flatMap((at, index) => {
      const label = y.labels[index] ?? [];
      const middle = place.y(at) + em * 0.35 - ((label.length - 1) * em * 1.15) / 2;
      return [
        ...(figure.y.categories
          ? []
          : [svgNode("path", { d: `M${left} ${place.y(at)}H${right}`, stroke: theme.grid })]),
        ...lines(label, { ...text, x: left - em * 0.5, y: middle, "text-anchor": "end" }, em),
      ];
    }),
    svgNode("rect", { ...box, fill: "none", stroke: theme.grid }),
    svgNode(
      "g",
      { "clip-path": `url(#${clip})` },
      ...figure.marks.flatMap((mark) => svgMark(mark, place, theme)),
      ...areaLabels(figure).flatMap(({ text: name, x: at, low, high, colour }) => {
        const width = name.length * em * characterWidth;
        const start = labelLeft(place.x(at), width, left + 4, right - 4);
        const fits = Number.isFinite(start) && place.y(low) - place.y(high) >= em * 1.3;
        const middle = (place.y(low) + place.y(high)) / 2 + em * 0.35;
        return fits ? [svgNode("text", { ...text, x: start, y: middle, fill: colour }, name)] : [];
      }),
      ...guides,
    ),
    svgNode(
      "text",
      { ...text, x: (left + right) / 2, y: bottom + em * 2.8, "text-anchor": "middle" },
      figure.x.label,
    ),
    svgNode(
      "text",
      {
        ...text,
        transform: `translate(${em * 1.6} ${(top + bottom) / 2}) rotate(-90)`,
        "text-anchor": "middle",
      },
      figure.y.label,
    ),
    svgNode("g", { transform: `translate(${em} ${size.height - em - legend.height})` }, ...legend.nodes),
  );
  return svgText(drawing);
}

function lines(
  texts: readonly string[],
  attributes: { x: number; y: number; "text-anchor": string },
  em: number,
): SvgNode[] {
  return texts.map((line, at) => svgNode("text", { ...attributes, y: attributes.y + at * em * 1.15 }, line));
}

interface DrawnAxis {
  readonly range: Range;
  readonly ticks: readonly number[];
  /** Lines of each tick's label. */
  readonly labels: readonly (readonly string[])[];
}

function axisOf(figure: Figure, name: "x" | "y", length: number, theme: FigureTheme): DrawnAxis {
  const axis: Axis = figure[name];
  const range = axisRange(figure, name);
  if (axis.categories) {
    const most =
      name === "y"
        ? wideLabel
        : Math.max(6, Math.floor(length / axis.categories.length / (theme.fontSize * characterWidth)));
    return {
      range,
      ticks: axis.categories.map((_, at) => at),
      labels: axis.categories.map((label) => wrapWords(label, most)),
    };
  }
  const most = Math.floor(length / (theme.fontSize * (name === "x" ? 4 : 3)));
  const { values, step } = axisTicks(range, Math.min(11, Math.max(2, most)), axis.format);
  const write = tickWriter(figure.language, axis.format, step);
  return { range, ticks: values, labels: values.map((value) => [write(value)]) };
}

function legendNodes(figure: Figure, theme: FigureTheme, { width }: SvgSize) {
  const em = theme.fontSize;
  const rowHeight = em * 1.6;
  let [x, row] = [0, 0];
  const nodes = legendOf(figure).map((entry) => {
    const needed = em * (swatchSize.width + 0.6 + entry.name.length * characterWidth);
    if (x > 0 && x + needed > width - 2 * em) [x, row] = [0, row + 1];
    const group = svgNode(
      "g",
      { transform: `translate(${Math.round(x)} ${row * rowHeight})` },
      swatch(entry, theme),
      svgNode(
        "text",
        {
          "font-family": "system-ui, sans-serif",
          "font-size": em,
          fill: theme.ink,
          x: em * (swatchSize.width + 0.5),
          y: em * 0.95,
        },
        entry.name,
      ),
    );
    x += needed + em * 1.5;
    return group;
  });
  return { nodes, height: nodes.length === 0 ? 0 : (row + 1) * rowHeight };
}
