import { describe, expect, it } from "vitest";
import { coefficients } from "../../../viz/charts/coefficients.ts";
import { figureSvg } from "../../../viz/figure/figureSvg.ts";
import { darkTheme, lightTheme } from "../../../viz/figure/theme.ts";

const figure = coefficients(
  { id: "estimates", title: 'Furniture & "fashion" <all>', language: "it" },
  {
    quantity: "coefficiente",
    terms: [{ term: "peers", label: "imprese vicine" }],
    estimates: [{ method: "B", term: "peers", estimate: 0.5, low: 0.25, high: 0.75 }],
    truth: new Map([["peers", 0.5]]),
  },
);

describe("the SVG of a figure", () => {
  it("has an opaque ground of the theme's colour, which is the first thing painted", () => {
    for (const theme of [lightTheme, darkTheme]) {
      const svg = figureSvg(figure, theme, { width: 640, height: 400 });
      expect(svg).toMatch(new RegExp(`</defs><rect width="640" height="400" fill="${theme.ground}"/>`));
    }
  });

  it("keeps markup in a title from being markup", () => {
    const svg = figureSvg(figure, lightTheme);
    expect(svg).toContain("Furniture &amp; &quot;fashion&quot; &lt;all&gt;");
    expect(svg).not.toContain("<all>");
  });

  it("opens and closes its elements in pairs", () => {
    const open: string[] = [];
    for (const [, closing, tag, single] of figureSvg(figure, lightTheme).matchAll(
      /<(\/?)(\w+)[^>]*?(\/?)>/g,
    )) {
      if (closing) expect(open.pop()).toBe(tag);
      else if (!single && tag) open.push(tag);
    }
    expect(open).toEqual([]);
  });

  it("places the interval where its axis' ticks say that it is", () => {
    const svg = figureSvg(figure, lightTheme);
    const tickAt = new Map(
      [...svg.matchAll(/<text [^>]*x="([\d.]+)"[^>]*text-anchor="middle"[^>]*>([\d,]+)<\/text>/g)].map(
        ([, x, label]) => [Number(label?.replace(",", ".")), Number(x)] as const,
      ),
    );
    const [zero, half] = [tickAt.get(0) ?? Number.NaN, tickAt.get(0.4) ?? Number.NaN];
    const unit = (half - zero) / 0.4;
    const [, low, high] = svg.match(/d="M([\d.]+) [\d.]+H([\d.]+)M/) ?? [];
    expect((Number(low) - zero) / unit).toBeCloseTo(0.25, 3);
    expect((Number(high) - zero) / unit).toBeCloseTo(0.75, 3);
  });
});
