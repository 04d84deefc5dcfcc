import { existsSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

const candidates = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of a Chromium on this machine, or undefined. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));

/** Why the browser tests cannot run; undefined when they can. */
export const noChromium =
  chromiumPath === undefined
    ? 'No Chromium was found: install Debian\'s package "chromium", or name the program in the variable CHROMIUM.'
    : undefined;

/** A missing browser is tolerated on a developer's machine, where the tests are shown as skipped, but never in CI. */
export const skipBrowserTests = noChromium !== undefined && !process.env.CI;

/** Starts a headless Chromium with an empty profile that talks to nobody but the pages under test. */
export async function launchChromium(): Promise<{
  readonly context: BrowserContext;
  close(): Promise<void>;
}> {
  if (chromiumPath === undefined) throw new Error(noChromium);
  const profile = mkdtempSync(join(tmpdir(), "bandwagon-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
