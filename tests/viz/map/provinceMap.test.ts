import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, skipBrowserTests } from "../../browser/chromium.ts";
import type { StaticServer } from "../../browser/staticServer.ts";
import { temporaryFolder } from "../../workers/bundle.ts";
import { serveMap } from "./fixtures/servedMap.ts";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

describe.skipIf(skipBrowserTests)("the map on a page", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let server: StaticServer;
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = temporaryFolder();
    server = await serveMap(folder.path);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await folder?.remove();
  });

  async function open(query: string, width = 800): Promise<Page> {
    const page = await browser.context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${server.origin}/index.html?${query}`);
    await page.locator("[data-code]").first().waitFor();
    return page;
  }
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute("data-code") ?? document.activeElement?.tagName);

  test("is a list box of 103 named options with one stop of the Tab key", async () => {
    const page = await open("selected=VR&marks");
    const map = page.getByRole("listbox", { name: "Firms abroad" });
    expect(await map.getByRole("option").count()).toBe(103);
    expect(await page.locator("[data-code][tabindex='0']").count()).toBe(1);
    const verona = map.getByRole("option", { selected: true });
    expect(await verona.getAttribute("aria-label")).toBe("Verona, Veneto, 16.8%, pioneer, shock, VR");
    const described = await map.evaluate(
      (element) => document.getElementById(element.getAttribute("aria-describedby") ?? "")?.textContent,
    );
    expect(described).toMatch(/^Share of the firms.*Arrow keys/);
    await page.close();
  });

  test("is walked by keyboard: Tab in, arrows, Home, End, a name, Enter, Tab out", async () => {
    const page = await open("selected=VR");
    const walk = async (key: string) => {
      await page.keyboard.press(key);
      return focused(page);
    };
    expect(await walk("Tab")).toBe("VR");
    expect(await walk("ArrowRight")).toBe("VI");
    expect(await walk("ArrowUp")).toBe("BL");
    expect(await walk("Home")).toBe("TO");
    expect(await walk("End")).not.toBe("TO");
    await page.keyboard.type("vero");
    expect(await focused(page)).toBe("VR");
    expect(await walk("ArrowDown")).toBe("RO");
    expect(await page.locator("[aria-selected='true']").getAttribute("data-code")).toBe("VR");
    await page.keyboard.press("Enter");
    expect(await page.locator("[aria-selected='true']").getAttribute("data-code")).toBe("RO");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press(" ");
    expect(await page.locator("[aria-selected='true']").getAttribute("data-code")).toBe("MN");
    expect(await walk("Shift+Tab")).not.toBe("MN");
    expect(await walk("Tab")).toBe("MN");
    await page.close();
  });

  test("shows the focus by a ring of its own only while the keyboard is used", async () => {
    const page = await open("");
    const ring = page.locator(".map-focus");
    expect(await ring.isVisible()).toBe(false);
    await page.keyboard.press("Tab");
    expect(await ring.isVisible()).toBe(true);
    await page.close();
  });

  test("is selected from by pointer, and tells what the pointer is at", async () => {
    const page = await open("view=shapes");
    await page.locator("[data-code='RM']").click();
    expect(await page.locator("[aria-selected='true']").getAttribute("data-code")).toBe("RM");
    await page.locator("[data-code='BZ']").hover();
    expect(await page.locator(".map-caption").textContent()).toMatch(/^Bolzano/);
    await page.close();
  });

  test("has targets of 24 pixels when it is 384 wide; where they are smaller there is a list", async () => {
    const page = await open("", 384 + 32);
    const sizes = await page.locator("[data-code]").evaluateAll((options) =>
      options.map((option) => {
        const { width, height } = option.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(23.99);
    const list = page.getByRole("combobox", { name: "Province" });
    expect(await list.isVisible()).toBe(false);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await list.isVisible()).toBe(true);
    expect((await list.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await list.selectOption("Napoli");
    expect(await page.locator("[aria-selected='true']").getAttribute("data-code")).toBe("NA");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });

  test.each(["tiles", "shapes"])("has marks of 9 pixels or more on a page 320 wide (%s)", async (view) => {
    const page = await open(`marks&view=${view}`, 320);
    const heights = await page
      .locator(".map-mark text")
      .evaluateAll((letters) => letters.map((letter) => letter.getBoundingClientRect().height));
    expect(heights).toHaveLength(3);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(9);
    await page.close();
  });

  test("keeps its colours where the system forces others, with codes that are read on them", async () => {
    const page = await open("selected=VR");
    const colours = () =>
      page.locator("[data-code='BZ']").evaluate((option) => {
        const [shape, code] = [option.querySelector("path"), option.querySelector("text")];
        return shape && code && [getComputedStyle(shape).fill, getComputedStyle(code).fill];
      });
    const plain = await colours();
    await page.emulateMedia({ forcedColors: "active" });
    expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
    expect(await colours()).toEqual(plain);
    await page.close();
  });

  test("changes nothing but colours when the year changes while playing", async () => {
    const page = await open("selected=VR");
    const changed = await page.evaluate(async () => {
      const records: string[] = [];
      const watcher = new MutationObserver((list) => {
        for (const { type, attributeName, target } of list)
          if (target instanceof Element && target.closest("[role=listbox]"))
            records.push(attributeName ?? type);
      });
      await window.map.show(0, true);
      watcher.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      await window.map.show(1, true);
      watcher.disconnect();
      return [...new Set(records)].sort();
    });
    expect(changed).toEqual(["fill"]);
    await page.close();
  });

  test("reads values when the focus comes to a province while playing, and no others", async () => {
    const page = await open("");
    await page.evaluate(() => window.map.show(0, true));
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    const label = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    const read = await label();
    expect(read).toMatch(/, .*%/);
    await page.evaluate(() => window.map.show(3, true));
    expect(await label()).toBe(read);
    expect(await page.locator("[data-code='PA']").getAttribute("aria-label")).toBe("Palermo, PA");
    await page.evaluate(() => window.map.show(3, false));
    expect(await label()).not.toBe(read);
    await page.close();
  });

  test("says which provinces it knows when shapes are asked for others", async () => {
    const page = await open("107&view=shapes&lang=it");
    expect(await page.getByRole("option").count()).toBeGreaterThanOrEqual(107);
    expect(await page.getByText("si mostrano i riquadri").isVisible()).toBe(true);
    await page.close();
  });

  test.each(["", "view=shapes", "theme=dark&difference&marks", "theme=dark&view=shapes&lang=it&difference"])(
    "has no fault that axe finds (%s)",
    async (query) => {
      for (const width of [320, 1000]) {
        const page = await open(`selected=VR&${query}`, width);
        await page.evaluate(axe);
        const faults = await page.evaluate(async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { axe: run } = window as unknown as {
            axe: {
              run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const { violations } = await run.run({ runOnly: tags });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(faults).toEqual([]);
        await page.close();
      }
    },
  );

  test.each(["marks&difference", "view=shapes&theme=dark&lang=it"])(
    "is written as an SVG file that a parser takes (%s)",
    async (query) => {
      const page = await open(query);
      const file = await page.evaluate(() => {
        const parsed = new DOMParser().parseFromString(window.map.svg() ?? "", "image/svg+xml");
        return {
          errors: parsed.querySelectorAll("parsererror").length,
          title: parsed.querySelector("title")?.textContent,
          places: parsed.querySelectorAll("g[transform] > path[fill]:not([fill=none])").length,
          styles: parsed.querySelectorAll("style, script, [style], [class], foreignObject").length,
        };
      });
      expect(file).toEqual({ errors: 0, title: "Firms abroad & <more> in 2006", places: 103, styles: 0 });
      await page.close();
    },
  );

  test("did all that without a complaint of the browser, under a strict content-security policy", () => {
    expect(complaints).toEqual([]);
  });
});
