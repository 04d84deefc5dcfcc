import {
  classColours,
  colourOf,
  type MapColour,
  type MapOutline,
  type MapTheme,
  outlineOf,
  pageColours,
  textOn,
} from "./colours.ts";
import { mapSize } from "./geometry.ts";
import { type MapPlace, type MapView, mapLayout } from "./layout.ts";
import { legendEntries } from "./legend.ts";
import { codeRise, type MapMarks, markBox, markLetters } from "./marks.ts";
import { classOf, type MapScale } from "./scale.ts";
import { mapFill, stripe, stripeId } from "./stripes.ts";
import type { MapWords } from "./words.ts";

export interface MapFigure {
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  readonly values: ReadonlyMap<string, number | null>;
  readonly scale: MapScale;
  readonly view: MapView;
  readonly theme: MapTheme;
  readonly marks?: MapMarks | undefined;
  /** Written above the map. */
  readonly title: string;
  /** What it shows, for whoever cannot see it. */
  readonly description: string;
  readonly format: (value: number) => string;
  readonly words: MapWords;
}

const side = 300; // margin, and the height of a line of the legend
const head = 900;
const legendTop = head + 1400; // in the Adriatic
const font = "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif";

const escaped = (text: string) =>
  text
    // XML 1.0 has no way to write these.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/**
 * The map as a file: SVG text with title, legend and the source of its borders, on the ground of its theme, 880 px wide. It
 * stands alone: no style sheet, font or script.
 *
 * @returns undefined when the provinces are of no vintage the map knows (as `mapLayout`).
 */
export function mapSvg(figure: MapFigure): string | undefined {
  const { provinces, values, scale, theme, words } = figure;
  const layout = mapLayout(
    provinces.map(({ code }) => code),
    figure.view,
  );
  if (layout === undefined) return undefined;
  const colours = pageColours[theme];
  const [width, height] = [8800, head + mapSize.height + 2 * side];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="880" height="${height / 10}" ` +
      `role="img" aria-labelledby="map-title map-text" font-family="${font}" fill="${colours.ink}">`,
    `<title id="map-title">${escaped(figure.title)}</title>`,
    `<desc id="map-text">${escaped(figure.description)}</desc>`,
    `<defs>${classColours(scale.kind, theme).map(patternText).join("")}</defs>`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    `<text x="${side}" y="560" font-size="300" font-weight="700">${escaped(figure.title)}</text>`,
    `<g transform="translate(${side} ${head})" text-anchor="middle">`,
    ...layout.places.map((place) =>
      placeText(place, layout.view, classOf(scale, values.get(place.code)), figure),
    ),
    `<path d="${layout.regionBorders}" fill="none" stroke="${colours.ink}" stroke-width="10" stroke-opacity="0.75"/>`,
    ...layout.places.map((place) =>
      markText(place, layout.view, markLetters(figure.marks, place.code, words)),
    ),
    "</g>",
    legendText(figure),
    layout.view === "shapes"
      ? `<text x="${side}" y="${height - 220}" font-size="130">${escaped(words.source)}</text>`
      : "",
    "</svg>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function patternText({ fill, stripe: line }: MapColour): string {
  if (line === undefined) return "";
  const square = `width="${stripe.side}" height="${stripe.side}"`;
  return (
    `<pattern id="${stripeId("map", fill)}" patternUnits="userSpaceOnUse" patternTransform="${stripe.turn}" ${square}>` +
    `<rect ${square} fill="${fill}"/><rect width="${stripe.side}" height="${stripe.line}" fill="${line}"/></pattern>`
  );
}

const lineText = (outline: MapOutline, theme: MapTheme) => {
  const { ground, line } = pageColours[theme];
  const broken = outline === "map-none" ? ` stroke-dasharray="32 20"` : "";
  return outline === "map-plain"
    ? `stroke="${ground}" stroke-width="7" stroke-linejoin="round"`
    : `stroke="${line}" stroke-width="10" stroke-linejoin="round"${broken}`;
};

function placeText(
  { code, path, x, y }: MapPlace,
  view: MapView,
  level: number | undefined,
  { scale, theme, marks, words }: MapFigure,
): string {
  const colour = colourOf(scale.kind, theme, level);
  const line = lineText(outlineOf(scale.kind, level), theme);
  const shape = `<path d="${path}" fill="${mapFill("map", colour)}" ${line}/>`;
  if (view === "shapes") return shape;
  const [middle, size] = markLetters(marks, code, words) === "" ? [y, 150] : [y - codeRise, 120];
  return (
    `${shape}<text x="${x}" y="${middle + 0.36 * size}" font-size="${size}" font-weight="600" ` +
    `fill="${textOn(colour)}">${code}</text>`
  );
}

function markText({ x, y }: MapPlace, view: MapView, letters: string): string {
  if (letters === "") return "";
  const { left, top, width, height, baseline } = markBox(x, y, letters, view === "tiles");
  return (
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${height / 4}" fill="#ffffff" stroke="#000000" ` +
    `stroke-width="12"/><text x="${x}" y="${baseline + 48}" font-size="135" font-weight="800" fill="#000000">` +
    `${escaped(letters)}</text>`
  );
}

function legendText({ provinces, values, scale, theme, words, format, marks }: MapFigure): string {
  const left = side + 4700;
  const shown = provinces.map(({ code }) => values.get(code));
  const entries = legendEntries(scale, shown, theme, words, format).map(({ colour, outline, text }, at) => {
    const y = legendTop + at * side;
    return (
      `<rect x="${left}" y="${y}" width="300" height="210" rx="40" fill="${mapFill("map", colour)}" ` +
      `${lineText(outline, theme)}/><text x="${left + 400}" y="${y + 160}" font-size="160">${escaped(text)}</text>`
    );
  });
  const letters = [
    ...(marks?.pioneer.size ? [[words.pioneerLetter, words.pioneer] as const] : []),
    ...(marks?.shock.size ? [[words.shockLetter, words.shock] as const] : []),
  ].map(([letter, meaning], at) => {
    const y = legendTop + (entries.length + at) * side;
    return (
      `<text x="${left + 150}" y="${y + 160}" font-size="160" font-weight="800" text-anchor="middle">${escaped(letter)}</text>` +
      `<text x="${left + 400}" y="${y + 160}" font-size="160">${escaped(meaning)}</text>`
    );
  });
  return [...entries, ...letters].join("\n");
}
