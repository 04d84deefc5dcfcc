import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { buildLab } from "../../../scripts/lab/buildLab.mjs";
import { temporaryFolder } from "../../workers/bundle.ts";
import { launchChromium } from "../chromium.ts";
import { serveFolder } from "../staticServer.ts";

/** The lab as a visitor meets it: built, served, and opened in a browser that keeps a list of what the page complained of. */
export interface LabSite {
  /** Folder with the hosted site. */
  readonly folder: string;
  /** Path of the page in one file. */
  readonly singleFile: string;
  readonly origin: string;
  readonly context: BrowserContext;
  /** Opens the lab with a link, e.g. "?place=watch&seed=7"; English unless the link says otherwise. */
  open(link?: string): Promise<LabPage>;
  close(): Promise<void>;
}

export interface LabPage {
  readonly page: Page;
  /** Errors of scripts, of the console and of the security policy, in order. */
  readonly complaints: string[];
}

export async function openLabSite(): Promise<LabSite> {
  const temporary = temporaryFolder();
  const folder = join(temporary.path, "lab");
  const singleFile = join(temporary.path, "bandwagon-lab.html");
  await buildLab(folder, singleFile);
  const server = await serveFolder(folder);
  const browser = await launchChromium();
  return {
    folder,
    singleFile,
    origin: server.origin,
    context: browser.context,
    async open(link = "?lang=en") {
      const search = link.includes("lang=") ? link : `${link}&lang=en`;
      return openPage(browser.context, `${server.origin}/index.html${search}`);
    },
    async close() {
      await browser.close();
      await server.close();
      await temporary.remove();
    },
  };
}

/** Opens an address and writes down what the page complains of. */
export async function openPage(context: BrowserContext, address: string): Promise<LabPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  await page.locator("main h1").waitFor();
  return { page, complaints };
}
