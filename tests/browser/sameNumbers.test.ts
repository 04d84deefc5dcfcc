import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundle, temporaryFolder } from "../workers/bundle.ts";
import { launchChromium, skipBrowserTests } from "./chromium.ts";
import { checksums } from "./fixtures/numbers.ts";
import type {} from "./fixtures/numbersPage.ts";

/**
 * The language fixes arithmetic and square roots to the bit, but leaves `Math.exp`, `Math.log`, `Math.pow` and their
 * like to the engine, and engines differ in the last bit: no result may rest on those.
 */
describe.skipIf(skipBrowserTests)("Chromium and Node", () => {
  test("agree to the bit on what the simulator and the estimators are made of", async () => {
    const folder = temporaryFolder();
    await bundle("browser", folder.path, { numbersPage: "tests/browser/fixtures/numbersPage.ts" });
    const browser = await launchChromium();
    const page = await browser.context.newPage();
    await page.addScriptTag({ type: "module", path: join(folder.path, "numbersPage.js") });
    await page.waitForFunction(() => "checksumsInPage" in globalThis);
    const inChromium = await page.evaluate(() => checksumsInPage(200_000));
    await browser.close();
    await folder.remove();
    expect(inChromium).toEqual(checksums(200_000));
  });
});
