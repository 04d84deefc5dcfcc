import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { orderOf } from "../../../viz/places/tellApart/order.ts";
import { skipBrowserTests } from "../chromium.ts";
import { axeViolations } from "./axe.ts";
import { type LabSite, openLabSite } from "./labSite.ts";

const seed = "4";

describe.skipIf(skipBrowserTests)("the place Tell apart", () => {
  let site: LabSite;
  beforeAll(async () => {
    site = await openLabSite();
  });
  afterAll(() => site?.close());

  test("plays a round by keyboard, reveals it, runs two histories of each world and opens a cell", async () => {
    const { page, complaints } = await site.open(`?place=tell-apart&seed=${seed}&x.histories=2`);
    const cards = page.locator(".tell-apart-world");
    await expect.poll(() => cards.count(), { timeout: 20_000 }).toBe(3);
    expect(await page.getByText("good location", { exact: false }).count()).toBeGreaterThan(0);

    // A: imitation, 34 % sure. The radio buttons are a group of the Tab key, the slider comes after them.
    const first = page.getByRole("group", { name: "What is at work in world A?" });
    await first.getByRole("radio", { name: "Leave open" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => first.getByRole("radio", { name: "imitation" }).isChecked()).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.url(), { timeout: 5000 }).toContain("x.a=imitation+34");

    await page.getByRole("button", { name: "Reveal" }).press("Enter");
    const result = page.getByRole("heading", { name: "What it was" });
    await result.waitFor({ timeout: 30_000 });
    await expect.poll(() => result.evaluate((heading) => heading === document.activeElement)).toBe(true);
    const right = orderOf(seed)[0] === "imitation" ? 1 : 0;
    expect(await page.locator(".tell-apart-result").textContent()).toContain(`Right guesses: ${right} of 1.`);
    // World by world.
    await expect.poll(() => page.getByText("True effect by intervention: none").count()).toBe(2);
    await expect.poll(() => page.getByText("True effect by intervention: one more peer").count()).toBe(1);

    await page.getByRole("button", { name: "Run 2", exact: true }).press("Enter");
    await page.getByText("Done: 6 histories.").first().waitFor({ timeout: 60_000 });
    const table = page.getByRole("region", { name: /^Verdict on up to 2 histories/ });
    expect(await table.getByRole("button").count()).toBe(24);
    await table.getByRole("button").first().press("Enter");
    const opened = page.getByRole("region", { name: /in the world of imitation$/ });
    expect(await opened.textContent()).toMatch(/“No effect” is rejected at 5% in \d of 2 histories/);
    expect(await opened.getByRole("img").count()).toBe(1);

    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect(await axeViolations(page)).toEqual([]);
    await expect.poll(() => page.url()).toContain("x.cell=own+imitation+B");

    // The address alone: the same guess, revealed, and counted no second time.
    await page.reload();
    const repeated = page.locator(".tell-apart-result");
    await repeated.waitFor({ timeout: 30_000 });
    expect(await repeated.textContent()).toContain(`Right guesses: ${right} of 1.`);
    expect(await repeated.textContent()).toContain(`Right guesses in this session: ${right} of 1`);
    expect(complaints).toEqual([]);
    await page.close();
  }, 180_000);

  test("pauses, keeps what is done, and goes on; what is done opens in Repeat", async () => {
    const { page, complaints } = await site.open(`?place=tell-apart&seed=${seed}&x.revealed=1&lang=it`);
    await page.getByRole("button", { name: "Esegui 5" }).click({ timeout: 30_000 });
    const table = page.getByRole("region", { name: /^Verdetto su un massimo/ });
    await table.waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Pausa" }).press("Enter");
    await page
      .getByText(/In pausa: \d+ storie su 15/)
      .first()
      .waitFor();
    expect(await table.getByRole("button").count()).toBeGreaterThan(7);
    const paused = page.getByText(/In pausa: \d+ storie su 15/).first();
    const before = await paused.textContent();
    await page.reload();
    await paused.waitFor({ timeout: 60_000 });
    expect(await paused.textContent()).toBe(before);
    await table.waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Riprendi" }).press("Enter");
    await page
      .getByText(/\d+ storie su 15\./)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Pausa" }).press("Enter");
    await page.getByRole("button", { name: "Apri in Ripeti" }).press("Enter");
    await expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(/place=repeat.*x\.study=/);
    const kept = page.getByRole("listitem").filter({ hasText: `Distingui: partita ${seed}` });
    await kept.getByText("aperto ora").waitFor({ timeout: 30_000 });
    expect(complaints).toEqual([]);
    await page.close();
  }, 120_000);

  test("says what to do where a link opens a cell that was not run here, and offers the rounds that are kept", async () => {
    const { page, complaints } = await site.open(
      "?place=tell-apart&seed=77&x.revealed=1&x.cell=own+shock+B&x.histories=3",
    );
    await page
      .getByText(/The link opens the cell “B: .*, in the world of a common shock”.*run it here/)
      .waitFor({ timeout: 60_000 });
    expect(await page.getByRole("button", { name: "Run 3", exact: true }).getAttribute("class")).toBe(
      "primary",
    );
    const other = page.getByRole("button", { name: `Go on with round ${seed}` });
    await other.press("Enter");
    await page.getByRole("region", { name: /^Verdict on up to/ }).waitFor({ timeout: 60_000 });
    await page
      .getByText(/Paused: \d+ of 15 histories done/)
      .first()
      .waitFor();
    // A recorded cell opens its distribution as well.
    await page
      .getByRole("region", { name: /^Recorded verdict/ })
      .getByRole("button")
      .first()
      .press("Enter");
    const opened = page.getByRole("region", { name: /in the world of imitation$/ });
    await opened.getByText(/average partial effect, thousandths: 40 of 40 replications estimated/i).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  }, 120_000);
});
