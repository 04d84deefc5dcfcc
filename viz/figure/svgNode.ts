/** An SVG element as data, from which both an exported text and the page's own elements are made. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

/** An element; coordinates are rounded to hundredths of a pixel. */
export function svgNode(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  const given = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, typeof value === "number" ? Math.round(value * 100) / 100 : value] as const],
  );
  return { tag, attributes: Object.fromEntries(given), children };
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// XML has no way at all to hold these control characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text.replace(forbidden, "").replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/** The element as XML. */
export function svgText({ tag, attributes, children }: SvgNode): string {
  const opening = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  if (children.length === 0) return `<${tag}${opening.join("")}/>`;
  const inner = children.map((child) => (typeof child === "string" ? escaped(child) : svgText(child)));
  return `<${tag}${opening.join("")}>${inner.join("")}</${tag}>`;
}
