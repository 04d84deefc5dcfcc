import { describe, expect, it } from "vitest";
import { classColours, colourOf, contrast, pageColours, textOn } from "../../../viz/map/colours.ts";

describe.each(["light", "dark"] as const)("on a %s page", (theme) => {
  const { ground, ink, line, focus } = pageColours[theme];

  it.each(["share", "difference"] as const)(
    "the code of a tile is read on every class of a %s (4.5:1)",
    (kind) => {
      for (const colour of [...classColours(kind, theme), colourOf(kind, theme, undefined)]) {
        expect(contrast(textOn(colour), colour.fill), colour.fill).toBeGreaterThanOrEqual(4.5);
        expect(contrast(textOn(colour), colour.stripe ?? colour.fill), colour.fill).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    },
  );

  it("lines and the focus are seen (3:1), text is read (4.5:1)", () => {
    expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(focus, ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it("a higher share stands out more from the page, so that no colour needs to be seen", () => {
    const standing = classColours("share", theme).map(({ fill }) => contrast(fill, ground));
    expect(standing).toEqual(standing.toSorted((one, other) => one - other));
  });

  it("no difference is white, and decreases alone are striped", () => {
    const classes = classColours("difference", theme);
    expect(classes[2].fill).toBe("#ffffff");
    expect(classes.map(({ stripe }) => stripe !== undefined)).toEqual([true, true, false, false, false]);
  });
});

it("Contrast is that of WCAG: 21 between black and white, 5.19 of Okabe and Ito's blue on white", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
  expect(contrast("#0072b2", "#ffffff")).toBeCloseTo(5.19, 2);
});
