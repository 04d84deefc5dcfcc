import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../workers/bundle.ts";
import { launchChromium, skipBrowserTests } from "./chromium.ts";
import { type StaticServer, serveFolder } from "./staticServer.ts";

describe.skipIf(skipBrowserTests)("the page", () => {
  let dist: ReturnType<typeof temporaryFolder>;
  let server: StaticServer;
  let browser: Awaited<ReturnType<typeof launchChromium>>;

  beforeAll(async () => {
    dist = temporaryFolder();
    execFileSync(process.execPath, ["scripts/build.mjs", dist.path]);
    server = await serveFolder(join(dist.path, "lab"));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await dist?.remove();
  });

  test("simulates histories of the impostor and says what was estimated, under its own security policy", async () => {
    const page = await browser.context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${server.origin}/index.html`);
    await page.getByLabel("World").selectOption("impostor");
    await page.getByRole("button", { name: "1", exact: true }).press("Enter");
    const status = page.getByRole("status");
    await expect.poll(() => status.textContent(), { timeout: 30_000 }).toMatch(/1 of 1 histories estimated/);
    await page.getByRole("button", { name: "10", exact: true }).click();
    await expect
      .poll(() => status.textContent(), { timeout: 60_000 })
      .toMatch(/11 of 11 histories estimated/);
    expect(await status.textContent()).toMatch(/averagePartialEffect.*truth 0\.00/);
    expect(complaints).toEqual([]);
  });
});
