import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileStudy, html, loopStudy } from "../cli/study/report/someReports.ts";
import { launchChromium, skipBrowserTests } from "./chromium.ts";

describe.skipIf(skipBrowserTests)("the report of a study in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-report-"));
  let browser: Awaited<ReturnType<typeof launchChromium>>;

  beforeAll(async () => {
    writeFileSync(join(folder, "loop.html"), html(loopStudy));
    writeFileSync(join(folder, "hostile.html"), html(hostileStudy));
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a report; what the page asked for and said goes into the lists. */
  async function open(name: string, width: number, colorScheme: "light" | "dark") {
    const page = await browser.context.newPage();
    const requests: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("dialog", (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const address = pathToFileURL(join(folder, `${name}.html`)).href;
    await page.goto(address);
    return { page, said, others: () => requests.filter((url) => url !== address) };
  }

  async function faults(page: Page) {
    // The page's own policy forbids scripts; a debugger's are not held to it.
    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate<{
      violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
      passes: { id: string }[];
    }>("axe.run()");
    expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(["color-contrast", "svg-img-alt"]));
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`);
  }

  it.each(["light", "dark"] as const)(
    "has no fault that axe knows, in %s",
    { timeout: 120_000 },
    async (scheme) => {
      const { page } = await open("loop", 900, scheme);
      // Folded tables are looked at, too.
      await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
      expect(await faults(page)).toEqual([]);
      await page.close();
    },
  );

  it.each(["loop", "hostile"])("asks for nothing and runs nothing: %s", { timeout: 60_000 }, async (name) => {
    const { page, said, others } = await open(name, 900, "light");
    expect([said, others()]).toEqual([[], []]);
    expect(await page.evaluate("document.scripts.length")).toBe(0);
    await page.close();
  });

  it("fits a page 320 pixels wide, where only tables and wide drawings scroll", {
    timeout: 60_000,
  }, async () => {
    const { page } = await open("loop", 320, "dark");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    await page.close();
  });

  it("brings every folded table and every data file under the keys", { timeout: 60_000 }, async () => {
    const { page } = await open("loop", 900, "light");
    const reached = await page.evaluate<number>(
      "[...document.querySelectorAll('summary, figure a')].filter((each) => each.tabIndex === 0).length",
    );
    const figures = await page.evaluate<number>("document.querySelectorAll('figure').length");
    // Each figure has one of both, and the design is folded once.
    expect(reached).toBe(2 * figures + 1);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the report");
    await page.close();
  });
});
