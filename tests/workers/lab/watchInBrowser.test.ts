import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceWatch, startWatch, watchedWorld } from "../../../sim/index.ts";
import { launchChromium, skipBrowserTests } from "../../browser/chromium.ts";
import { type StaticServer, serveFolder } from "../../browser/staticServer.ts";
import { temporaryFolder } from "../bundle.ts";
import type {} from "./watchPage.ts";

describe.skipIf(skipBrowserTests)("watching in Chromium", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let server: StaticServer;
  let browser: Awaited<ReturnType<typeof launchChromium>>;

  beforeAll(async () => {
    folder = temporaryFolder();
    const shared = { bundle: true, target: "es2022", platform: "browser" } as const;
    await build({
      ...shared,
      entryPoints: { labWorker: "workers/lab/labWorker.ts", watchPage: "tests/workers/lab/watchPage.ts" },
      format: "esm",
      splitting: true,
      outdir: folder.path,
    });
    await build({
      ...shared,
      entryPoints: ["workers/lab/labWorker.ts"],
      format: "iife",
      outdir: `${folder.path}/inline`,
    });
    server = await serveFolder(folder.path);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await folder?.remove();
  });

  it.each(["module", "inline"] as const)("in a worker that is %s shows what Node shows", async (how) => {
    const page = await browser.context.newPage();
    await page.goto(`${server.origin}/blank.html`);
    await page.addScriptTag({ type: "module", url: "/watchPage.js" });
    await page.waitForFunction(() => "watchInPage" in globalThis);
    const request = {
      scenario: "canello-2022/W1",
      set: { firms: 500, base: -2, imitationSame: 0.3, warmUpYears: 2, recordedYears: 8 },
      seed: "5",
    };
    const seen = await page.evaluate(([way, asked]) => watchInPage(way, asked), [how, request] as const);
    const { scenario, key } = watchedWorld(request);
    const run = startWatch(scenario, key);
    while (advanceWatch(run) !== null);
    expect(seen).toEqual({
      outcome: { ok: true, value: 10 },
      totals: run.snapshots.map(({ year, with: here, difference }) => [
        year,
        here.total.pairs,
        difference.total.flippedPairs,
      ]),
    });
    const wrong = await page.evaluate(
      ([way, asked]) => watchInPage(way, { ...asked, scenario: "canello-2022/W99" }),
      [how, request] as const,
    );
    expect(wrong).toMatchObject({ outcome: { ok: false, error: { code: "invalid-input" } }, totals: [] });
    await page.close();
  });
});
