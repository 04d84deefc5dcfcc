import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { skipBrowserTests } from "../chromium.ts";
import { axeViolations } from "./axe.ts";
import { type LabSite, openLabSite } from "./labSite.ts";

const still = "?place=watch&lang=en&x.autoplay=0&set.firms=2000";

/** The headline once the whole run is there. */
async function numbers(page: Page): Promise<string> {
  return page.locator(".watch-numbers[data-busy=false]").innerText();
}

/** Years go by as fast as the machine draws them, which with other tests beside it may be slow. */
const patient = { timeout: 10_000 };

const stepOf = async (page: Page) => new URL(page.url()).searchParams.get("step");

describe.skipIf(skipBrowserTests)("the place Watch", () => {
  let site: LabSite;
  beforeAll(async () => {
    site = await openLabSite();
    site.context.setDefaultTimeout(10_000);
  });
  afterAll(() => site?.close());

  test("plays, steps and scrubs by keyboard alone", async () => {
    const { page, complaints } = await site.open(`${still}&step=1990&x.speed=max`);
    expect(await numbers(page)).toMatch(/^1990: /);
    await page.getByRole("button", { name: "Step", exact: true }).press("Enter");
    expect(await numbers(page)).toMatch(/^1991: /);
    await page.getByRole("button", { name: "Step back" }).press("Enter");
    await page.getByRole("slider", { name: "Year", exact: true }).press("ArrowRight");
    await page.getByRole("slider", { name: "Year", exact: true }).press("ArrowRight");
    expect(await numbers(page)).toMatch(/^1992: /);
    await page.getByRole("slider", { name: "Year", exact: true }).press("Home");
    expect(await numbers(page)).toMatch(/^1984: 0 of 2,000 firms abroad/);
    await page.evaluate(() => document.querySelector("main")?.focus());
    await page.keyboard.press("Space");
    await expect.poll(() => numbers(page), patient).toMatch(/^2012: /);
    await page.getByRole("button", { name: "Play" }).waitFor();
    await expect.poll(() => stepOf(page), patient).toBe("2012");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("does not play on Space where the reader has turned that off", async () => {
    const { page } = await site.open(`${still}&step=1984`);
    await numbers(page);
    await page.getByLabel(/^Space plays/).press("Space");
    await page.evaluate(() => document.querySelector("main")?.focus());
    await page.keyboard.press("Space");
    await page.waitForTimeout(700);
    expect(await numbers(page)).toMatch(/^1984: /);
    await page.close();
  });

  test("begins by itself where motion is welcome, and stands at the last year where it is not", async () => {
    const { page } = await site.open("?place=watch&set.firms=1000");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.reload();
    expect(await numbers(page)).toMatch(/^2012: /);
    await page.getByRole("button", { name: "Play" }).waitFor();
    await page.close();
  });

  test("shows a moved slider, a province with its firms and a pioneer, and a link brings all of it back", async () => {
    const { page, complaints } = await site.open(`${still}&step=2000`);
    const before = await numbers(page);
    const imitation = page.getByRole("slider", { name: "Imitation of starts" });
    for (let press = 0; press < 5; press++) await imitation.press("ArrowRight");
    await expect.poll(() => numbers(page), patient).not.toBe(before);

    await page.locator('.watch-maps [data-code="VR"]').first().press("Enter");
    const province = page.getByRole("region", { name: "Verona, Veneto" });
    await province.getByText("Intervene in 2000").press("Enter");
    const unaided = await numbers(page);
    await province.getByRole("button", { name: /^Send 20 firms from Verona in 2000/ }).press("Enter");
    await expect.poll(() => numbers(page), patient).not.toBe(unaided);
    const done = page.getByRole("region", { name: "What was done to this world" });
    expect(await done.innerText()).toContain("2000: 20 firms from Verona sent to Europe");

    await province
      .getByRole("button", { name: /^Firm / })
      .first()
      .press("Enter");
    await province.getByRole("table", { name: "Its history in both worlds" }).waitFor();
    await expect.poll(() => page.url(), patient).toMatch(/pioneers.*x\.firm=/s);

    const firm = page.getByRole("region", { name: /^Firm / });
    await firm.getByText("Intervene in 2000", { exact: true }).press("Enter");
    await firm.getByRole("button", { name: "Close it at the end of 2000" }).press("Enter");
    await expect
      .poll(() => done.innerText(), patient)
      .toMatch(/2000: shock to firm \S+ of Verona: it closes/);
    await firm.getByRole("slider", { name: "Starting is easier by" }).press("End");
    await firm.getByRole("button", { name: "Give it this shock in 2000" }).press("Enter");
    await expect.poll(() => done.innerText(), patient).toMatch(/of Verona: starting \+2\.00 probit/);

    // The address follows when a reader has paused, and the numbers when the world has been run.
    await expect.poll(() => page.url(), patient).toMatch(/datedShocks.*closure.*entry/s);
    await expect.poll(() => numbers(page), patient).toMatch(/^2000: [\d,]+ of 1,999 firms/);
    const there = await numbers(page);
    const other = await site.open(new URL(page.url()).search);
    expect(await numbers(other.page)).toBe(there);
    await other.page.getByRole("table", { name: "Its history in both worlds" }).waitFor();
    await other.page.setViewportSize({ width: 320, height: 700 });
    expect(await other.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await other.page.setViewportSize({ width: 1280, height: 720 });
    for (const colorScheme of ["light", "dark"] as const) {
      await other.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await axeViolations(other.page)).toEqual([]);
    }
    for (const left of [2, 1, 0]) {
      await done
        .getByRole("button", { name: /^Remove/ })
        .first()
        .press("Enter");
      await expect.poll(() => done.getByRole("listitem").count(), patient).toBe(left);
    }
    await expect.poll(() => numbers(page), patient).toBe(unaided);
    expect([...complaints, ...other.complaints]).toEqual([]);
    await other.page.close();
    await page.close();
  });

  test("asks the simulator for the effect of one more peer, and hands out the panel and the world as files", async () => {
    const { page, complaints } = await site.open(
      "?place=watch&x.autoplay=0&set.firms=1000&set.recordedYears=5",
    );
    await numbers(page);
    await page.getByRole("button", { name: "Ask the simulator" }).press("Enter");
    await page.getByText(/^One more peer raises the probability of starting by \d/).waitFor();
    const [panel] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Panel as Parquet" }).press("Enter"),
    ]);
    expect(panel.suggestedFilename()).toBe("herding-seed-1.parquet");
    await page.getByText(/^Written: [\d,]+ rows × \d+ columns/).waitFor();
    const [world] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "World as JSON" }).press("Enter"),
    ]);
    expect(world.suggestedFilename()).toBe("herding-seed-1.json");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("opens with its own world where a link names one that is unknown", async () => {
    const { page } = await site.open(`${still}&world=moon`);
    expect(await numbers(page)).toMatch(/^2012: /);
    expect(await page.getByRole("status", { name: "Messages" }).innerText()).toContain("moon");
    await page.close();
  });

  test("says what a world refuses and goes on without it", async () => {
    const { page } = await site.open(`${still}&set.imitationSame=99&set.nonsense=1&x.province=ZZ&step=1700`);
    expect(await numbers(page)).toMatch(/^2012: /);
    const said = await page.getByRole("status", { name: "Messages" }).innerText();
    for (const name of ["imitationSame", "nonsense", "x.province", "step"]) expect(said).toContain(name);
    await page.close();
  });
});
