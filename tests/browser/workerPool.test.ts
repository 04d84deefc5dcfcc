import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, temporaryFolder } from "../workers/bundle.ts";
import { launchChromium, noChromium, skipBrowserTests } from "./chromium.ts";
import type {} from "./fixtures/poolPage.ts";
import { type StaticServer, serveFolder } from "./staticServer.ts";

test("a Chromium is on this machine", ({ skip }) => {
  if (skipBrowserTests) skip(noChromium);
  expect(noChromium).toBeUndefined();
});

describe.skipIf(skipBrowserTests)("the pool in Chromium", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let server: StaticServer;
  let browser: Awaited<ReturnType<typeof launchChromium>>;

  beforeAll(async () => {
    folder = temporaryFolder();
    await bundle("browser", folder.path, {
      poolPage: "tests/browser/fixtures/poolPage.ts",
      toyBrowserWorker: "tests/browser/fixtures/toyBrowserWorker.ts",
    });
    server = await serveFolder(folder.path);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await folder?.remove();
  });

  async function openPage(policy = ""): Promise<Page> {
    const page = await browser.context.newPage();
    await page.goto(`${server.origin}/blank.html?csp=${encodeURIComponent(policy)}`);
    await page.addScriptTag({ type: "module", url: "/poolPage.js" });
    await page.waitForFunction(() => "openPool" in globalThis);
    return page;
  }

  test("runs jobs, passes on progress, and keeps an error's code and details", async () => {
    const page = await openPage();
    const seen = await page.evaluate(async () => {
      const pool = openPool("./toyBrowserWorker.js", 2);
      const progress: number[] = [];
      const sums = await Promise.all([1, 2, 3].map((a) => pool.run({ do: "add", a, b: 10 })));
      const broken = await pool.run({ do: "throwWithCode" });
      await pool.run({ do: "report", times: 1, forMilliseconds: 0 }, { onProgress: (p) => progress.push(p) });
      await pool.dispose();
      return { sums, broken, progress };
    });
    expect(seen).toEqual({
      sums: [11, 12, 13].map((value) => ({ ok: true, value })),
      broken: {
        ok: false,
        error: {
          code: "toy-broke",
          message: "The wheel came off.",
          details: { path: "toys[3].wheel", cause: "a bump" },
        },
      },
      progress: [1],
    });
    await page.close();
  });

  test("cancels a worker in an endless loop, and works on", async () => {
    const page = await openPage();
    const seen = await page.evaluate(async () => {
      const pool = openPool("./toyBrowserWorker.js", 1);
      const controller = new AbortController();
      const hung = pool.run({ do: "spin" }, { signal: controller.signal });
      const next = pool.run({ do: "add", a: 1, b: 1 });
      setTimeout(() => controller.abort(new Error("Enough.")), 100);
      const outcomes = await Promise.all([hung, next]);
      await pool.dispose();
      return outcomes;
    });
    expect(seen).toEqual([
      { ok: false, error: { code: "cancelled", message: "Enough." } },
      { ok: true, value: 2 },
    ]);
    await page.close();
  });

  test("gives up a job after its worker crashed twice, and says why", async () => {
    const page = await openPage();
    const outcome = await page.evaluate(() => openPool("./toyBrowserWorker.js", 1).run({ do: "crash" }));
    expect(outcome).toMatchObject({ ok: false, error: { code: "worker-died" } });
    expect(outcome).toHaveProperty("error.message", expect.stringContaining("the toy exploded"));
    await page.close();
  });

  test.each([
    ["is missing", "", "./nothing-here.js"],
    ["may not be loaded", "script-src 'self' 'unsafe-eval'; worker-src 'none'", "./toyBrowserWorker.js"],
  ])("answers with a message when the worker's script %s", async (_, policy, script) => {
    const page = await openPage(policy);
    const outcome = await page.evaluate((url) => openPool(url, 1).run({ do: "add", a: 1, b: 1 }), script);
    expect(outcome).toMatchObject({ ok: false, error: { code: "worker-not-started" } });
    expect(outcome).toHaveProperty("error.message", expect.stringContaining(script.slice(2)));
    await page.close();
  });

  test("works under the strict policy a static host should send", async () => {
    const page = await openPage("default-src 'none'; script-src 'self'; worker-src 'self'; img-src data:");
    const outcome = await page.evaluate(() =>
      openPool("./toyBrowserWorker.js", 1).run({ do: "add", a: 1, b: 1 }),
    );
    expect(outcome).toEqual({ ok: true, value: 2 });
    await page.close();
  });
});
