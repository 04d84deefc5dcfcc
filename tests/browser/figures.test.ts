import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../workers/bundle.ts";
import { launchChromium, skipBrowserTests } from "./chromium.ts";
import { type StaticServer, serveFolder } from "./staticServer.ts";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

async function buildPage(folder: string): Promise<void> {
  const source = "tests/browser/fixtures/figures";
  await build({
    entryPoints: { page: `${source}/page.tsx` },
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "silent",
  });
  copyFileSync(`${source}/index.html`, join(folder, "index.html"));
  const css = ["viz/css/tokens.css", `${source}/page.css`, "viz/figure/figure.css"].map((file) =>
    readFileSync(file, "utf8"),
  );
  writeFileSync(join(folder, "page.css"), css.join("\n"));
}

/** What a PNG file shows, read back through a canvas of the page. */
function pixelsOf(page: Page, png: Buffer) {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Set<number>();
    let transparent = 0;
    for (let at = 0; at < data.length; at += 4) {
      colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
      if (data[at + 3] !== 255) transparent++;
    }
    return { width: image.width, transparent, colours: colours.size, corner: [...data.slice(0, 3)] };
  }, png.toString("base64"));
}

describe.skipIf(skipBrowserTests)("figures on a page with a strict security policy", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let server: StaticServer;
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = temporaryFolder();
    await buildPage(folder.path);
    server = await serveFolder(folder.path, policy);
    browser = await launchChromium();
  });
  beforeEach(async () => {
    complaints.length = 0;
    page = await browser.context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await folder?.remove();
  });

  /** Of each canvas whether it holds more than one colour. */
  const painted = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("canvas")].map((canvas) => {
        const { width, height } = canvas;
        const data = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
        return new Set(data).size > 8;
      }),
    );

  /** Opens some of the figures and goes down the page until all canvases are painted. */
  async function open(query: string): Promise<void> {
    await page.goto(`${server.origin}/index.html?${query}`);
    await page.locator("canvas").first().waitFor();
    const first = async () => {
      const at = (await painted()).indexOf(false);
      if (at >= 0) await page.locator("canvas").nth(at).scrollIntoViewIfNeeded();
      return at;
    };
    await expect.poll(first, { timeout: 15_000 }).toBe(-1);
    await page.evaluate(() => scrollTo(0, 0));
  }

  test("the chunk with Chart.js stays within 110 KB gzipped", () => {
    const chunks = readdirSync(folder.path).filter((file) => file.startsWith("chartjs"));
    expect(chunks).toHaveLength(1);
    const bytes = gzipSync(readFileSync(join(folder.path, chunks[0] ?? "")), { level: 9 }).length;
    expect(bytes).toBeLessThan(110_000);
  });

  test("a figure is drawn when it comes near to the screen, and before the page is printed", async () => {
    await page.goto(`${server.origin}/index.html?lang=en`);
    await expect.poll(async () => (await painted())[0], { timeout: 15_000 }).toBe(true);
    expect((await painted()).at(-1)).toBe(false);
    await page.pdf();
    expect(await painted()).not.toContain(false);
    await page.reload();
    await page.locator("canvas").last().scrollIntoViewIfNeeded();
    await expect.poll(async () => (await painted()).at(-1), { timeout: 15_000 }).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("a table is opened and closed by its button, with the keyboard", async () => {
    await open("only=share,coefficients");
    const button = page.getByRole("button", { name: "Table of Share of firms abroad" });
    await button.press("Enter");
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    const table = page.getByRole("table", { name: "Share of firms abroad" });
    expect(await table.getByRole("rowheader").first().textContent()).toBe("1995");
    expect(await table.getByRole("row").count()).toBe(14);
    await button.press("Enter");
    expect(await table.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("PNG, SVG and CSV are downloaded: an opaque picture, a drawing, the numbers", async () => {
    await open("only=share,coefficients&theme=dark");
    const files: Record<string, Buffer> = {};
    for (const kind of ["PNG", "SVG", "CSV"]) {
      const waiting = page.waitForEvent("download");
      await page.getByRole("button", { name: new RegExp(`^${kind} .*Share of firms abroad`) }).click();
      const download = await waiting;
      files[download.suggestedFilename()] = readFileSync(await download.path());
    }
    expect(Object.keys(files)).toEqual(["share.png", "share.svg", "share.csv"]);
    expect(files["share.csv"]?.toString()).toMatch(/^year,with imitation,without\r\n1995,0.05,0.05\r\n/);
    const svg = files["share.svg"]?.toString() ?? "";
    const parsed = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        error: document.querySelector("parsererror") !== null,
        title: document.querySelector("title")?.textContent,
      };
    }, svg);
    expect(parsed).toEqual({ error: false, title: "Share of firms abroad" });
    const picture = await pixelsOf(page, files["share.png"] ?? Buffer.alloc(0));
    expect(picture).toMatchObject({ width: 1600, transparent: 0, corner: [28, 28, 30] });
    expect(picture.colours).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
  });

  test("a replication is opened from its dot and, by keyboard, from its row", async () => {
    await open("only=distribution");
    await page.getByRole("button", { name: /^Table of/ }).press("Enter");
    await page.getByRole("button", { name: "Open 7", exact: true }).press("Enter");
    expect(await page.evaluate(() => document.documentElement.dataset.picked)).toBe("6");
    const box = await page.locator("canvas").boundingBox();
    if (box === null) throw new Error("no canvas");
    // Along the lowest row of dots until one is hit.
    const picked = () => page.evaluate(() => document.documentElement.dataset.picked);
    for (let x = box.x + box.width / 3; x < box.x + box.width && (await picked()) === "6"; x += 4) {
      await page.mouse.click(x, box.y + box.height - 74);
    }
    expect(await picked()).toMatch(/^\d+$/);
    expect(await picked()).not.toBe("6");
  });

  test("the canvas follows a change of theme, and of width down to 320 pixels without sideways scrolling", async () => {
    await open("only=share,coefficients");
    const corner = () =>
      page.evaluate(() => [
        ...(document.querySelector("canvas")?.getContext("2d")?.getImageData(1, 1, 1, 1).data ?? []),
      ]);
    expect(await corner()).toEqual([255, 255, 255, 255]);
    await page.evaluate(() => {
      document.documentElement.dataset.theme = "dark";
    });
    await expect.poll(corner).toEqual([28, 28, 30, 255]);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect
      .poll(() =>
        page
          .locator("canvas")
          .first()
          .evaluate((canvas) => canvas.clientWidth),
      )
      .toBeLessThan(320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(complaints).toEqual([]);
  });

  test.each(["light", "dark"])("axe finds nothing in the %s theme, with every table open", async (theme) => {
    await open(`theme=${theme}&lang=it`);
    // But the one of a thousand rows, which are like the hundred of another.
    const tables = page.getByRole("button", { name: /^Tabella di (?!Stime di 1000)/ });
    for (const button of await tables.all()) await button.click();
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe: inPage } = window as unknown as { axe: typeof import("axe-core") };
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const found = await inPage.run(document, { runOnly: { type: "tag", values: tags } });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
