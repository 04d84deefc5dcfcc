import type { Page } from "playwright-core";

/**
 * Everything that takes a click, with its size where that is under 24 × 24 CSS pixels (WCAG 2.2, 2.5.8). Links within a sentence may be smaller,
 * and so may the tiles of a map below which a list offers the same.
 */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const targets = document.querySelectorAll<HTMLElement | SVGElement>(
      "a[href], button, input, select, textarea, summary, [role=option], [tabindex='0']",
    );
    return [...targets].flatMap((target) => {
      const label = target instanceof HTMLInputElement ? target.labels?.[0] : undefined;
      const boxed = target.matches("[type=checkbox], [type=radio], [type=file]") ? label : undefined;
      const { width, height } = (boxed ?? target).getBoundingClientRect();
      const hidden = !target.checkVisibility({ visibilityProperty: true }) || (width <= 1 && height <= 1);
      const within = target.matches("p a, li a, dd a, td a") && getComputedStyle(target).display === "inline";
      const twin = target.closest(".province-map")?.querySelector(".map-list select");
      const offered = target.matches(".map-province") && (twin?.getBoundingClientRect().height ?? 0) >= 24;
      const scrolled = target.matches(".skip, main, [role=region], [role=group]");
      if (hidden || within || offered || scrolled || (width >= 23.9 && height >= 23.9)) return [];
      return [
        `${target.outerHTML.slice(0, 90).replaceAll(/\s+/g, " ")} is ${width.toFixed(0)} × ${height.toFixed(0)}`,
      ];
    });
  });
}

/** What would make the Tab key go another way than the eye: tab indices above 0, and boxes that are put elsewhere than they are written. */
export function reordered(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")].flatMap((element) => {
      const { order, flexDirection, display } = getComputedStyle(element);
      const reversed = display.includes("flex") && flexDirection.endsWith("reverse");
      if (element.tabIndex <= 0 && order === "0" && !reversed) return [];
      return [
        `${element.outerHTML.slice(0, 90)}: tabindex ${element.tabIndex}, order ${order}, ${flexDirection}`,
      ];
    }),
  );
}

/** Walks with the Tab key and returns the stops that cannot be seen: outside the window, or under something else. */
export async function hiddenStops(page: Page, most: number): Promise<readonly string[]> {
  const hidden: string[] = [];
  await page.evaluate(() => document.body.focus());
  for (let step = 0; step < most; step++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const stop = document.activeElement;
      if (stop === null || stop === document.body) return "end";
      const { left, top, right, bottom } = stop.getBoundingClientRect();
      // Something of a stop must be seen: one of nine places in it.
      const places = [0.1, 0.5, 0.9].flatMap((across) =>
        [0.1, 0.5, 0.9].map((down) => [left + across * (right - left), top + down * (bottom - top)] as const),
      );
      const label = stop instanceof HTMLInputElement ? stop.labels?.[0] : null;
      const seen = places.some(([x, y]) => {
        const over = document.elementFromPoint(x, y);
        return (
          over !== null && (stop.contains(over) || over.contains(stop) || label?.contains(over) === true)
        );
      });
      return seen ? "seen" : stop.outerHTML.slice(0, 90);
    });
    if (found === "end") break;
    if (found !== "seen") hidden.push(found);
  }
  return hidden;
}

/** Text that can hardly be told from what is behind it: less than 3 to 1. SVG and canvas have their own tests. */
export function invisibleText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const parts = (colour: string) => {
      if (canvas === null) throw new Error("no canvas");
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = parts(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element: Element): string => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if ((parts(backgroundColor)[3] ?? 0) > 250) return backgroundColor;
      }
      return "Canvas";
    };
    return [...document.querySelectorAll<HTMLElement>("body *")].flatMap((element) => {
      const text = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
      );
      if (!text || element.closest("svg, canvas, noscript") || !element.checkVisibility()) return [];
      const { width, height } = element.getBoundingClientRect();
      if (width <= 1 || height <= 1 || element.matches(":disabled, :disabled *")) return [];
      const [one, other] = [luminance(getComputedStyle(element).color), luminance(behind(element))].sort(
        (a, b) => a - b,
      );
      const contrast = ((other ?? 0) + 0.05) / ((one ?? 0) + 0.05);
      return contrast < 3 ? [`${element.outerHTML.slice(0, 90)}: ${contrast.toFixed(1)} to 1`] : [];
    });
  });
}
