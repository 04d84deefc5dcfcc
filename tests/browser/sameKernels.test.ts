import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundle, temporaryFolder } from "../workers/bundle.ts";
import { launchChromium, skipBrowserTests } from "./chromium.ts";
import { hasKernels, probitFits } from "./fixtures/kernels.ts";
import type {} from "./fixtures/kernelsPage.ts";

describe.skipIf(skipBrowserTests)("Chromium and Node", () => {
  test("fit the probit to the same digits, with WebAssembly and without", async () => {
    const folder = temporaryFolder();
    await bundle("browser", folder.path, { kernelsPage: "tests/browser/fixtures/kernelsPage.ts" });
    const browser = await launchChromium();
    const page = await browser.context.newPage();
    await page.addScriptTag({ type: "module", path: join(folder.path, "kernelsPage.js") });
    await page.waitForFunction(() => "kernelsInPage" in globalThis);
    const inChromium = await page.evaluate(() => ({
      kernels: kernelsInPage.hasKernels(),
      wasm: kernelsInPage.probitFits("wasm"),
      plain: kernelsInPage.probitFits("plain"),
    }));
    await browser.close();
    await folder.remove();
    const plain = probitFits("plain");
    expect(hasKernels()).toBe(true);
    expect(probitFits("wasm")).toBe(plain);
    expect(inChromium).toEqual({ kernels: true, wasm: plain, plain });
  });
});
