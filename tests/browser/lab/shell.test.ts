import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../../viz/i18n/words.ts";
import { shellWords } from "../../../viz/shell/words.ts";
import { places } from "../../../viz/state/labState.ts";
import { skipBrowserTests } from "../chromium.ts";
import { axeViolations } from "./axe.ts";
import { type LabSite, openLabSite, openPage } from "./labSite.ts";

describe.skipIf(skipBrowserTests)("the lab's shell", () => {
  let site: LabSite;
  beforeAll(async () => {
    site = await openLabSite();
  });
  afterAll(() => site?.close());

  test.each(languages.flatMap((language) => places.map((place) => [language, place] as const)))(
    "has in %s a place %s that axe finds nothing wrong with, in light and in dark, and that the policy allows",
    async (language, place) => {
      const { page, complaints } = await site.open(`?place=${place}&lang=${language}`);
      expect(await page.title()).toBe(
        `${shellWords[language].places[place]} · ${shellWords[language].title}`,
      );
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await axeViolations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      expect(await axeViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test.each([320, 768, 1280, 1920])("needs no scrolling sideways at %i CSS pixels", async (width) => {
    for (const place of places) {
      const { page } = await site.open(`?place=${place}&lang=it`);
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, place).toBeLessThanOrEqual(width);
      await page.close();
    }
  });

  test("goes from place to place by keyboard, and back again", async () => {
    const { page } = await site.open("?place=watch");
    await page.getByRole("link", { name: "Estimate" }).press("Enter");
    await expect.poll(() => page.title()).toMatch(/^Estimate/);
    await page.goBack();
    await expect.poll(() => page.title()).toMatch(/^Watch/);
    await page.close();
  });

  test("says what it did not understand in a link, and opens all the same", async () => {
    const { page, complaints } = await site.open(
      "?v=9&place=moon&seed=&set.__proto__=1&nonsense=1&theme=pink",
    );
    const said = await page.getByRole("status", { name: "Messages" }).innerText();
    for (const name of ["version 9", "place", "seed", "nonsense", "theme"]) expect(said).toContain(name);
    expect(await page.title()).toMatch(/^Watch/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("opens as one file from a disk", async () => {
    const { page, complaints } = await openPage(site.context, `${pathToFileURL(site.singleFile)}?lang=en`);
    expect(await page.title()).toMatch(/^Watch/);
    await page.getByRole("link", { name: "Learn" }).click();
    await expect.poll(() => page.title()).toMatch(/^Learn/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("opens again without a network after the first visit", async () => {
    const { page } = await site.open("?place=watch");
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await site.context.setOffline(true);
    await page.goto(`${site.origin}/index.html?place=learn&lang=en`);
    await expect.poll(() => page.title()).toMatch(/^Learn/);
    await site.context.setOffline(false);
    await page.close();
  });

  test("a page stays on its own version while a newer one waits, also when it is loaded anew", async () => {
    const { page, complaints } = await site.open("?place=learn");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    renameChunk(site.folder, "Estimate-");
    await page.evaluate(() => {
      void navigator.serviceWorker.getRegistration().then((registration) => registration?.update());
    });
    const waits = () =>
      inTime(page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state));
    await expect.poll(waits).toBe("installed");
    await page.getByRole("link", { name: "Estimate" }).click();
    await page.locator("main .stack").first().waitFor();
    expect(complaints).toEqual([]);
    await page.reload();
    await page.locator("main h1").waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** The answer, or null where there is none after two seconds. */
function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, 2000, null));
  return Promise.race([answer.catch(() => null), late]);
}

/** Makes a newer version of a served lab: one file has another name, as a changed file has, and the kept files as well. */
function renameChunk(folder: string, start: string) {
  const name = readdirSync(folder).find((each) => each.startsWith(start)) ?? "";
  renameSync(join(folder, name), join(folder, `${start}NEWER.js`));
  const worker = join(folder, "serviceWorker.js");
  const text = readFileSync(worker, "utf8");
  writeFileSync(
    worker,
    text.replaceAll(name, `${start}NEWER.js`).replace(/(bandwagon-lab-[0-9a-f]{16})/g, "$1x"),
  );
}
