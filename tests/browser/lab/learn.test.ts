import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { skipBrowserTests } from "../chromium.ts";
import { axeViolations } from "./axe.ts";
import { type LabSite, openLabSite } from "./labSite.ts";

describe.skipIf(skipBrowserTests)("the place Learn", () => {
  let site: LabSite;
  beforeAll(async () => {
    site = await openLabSite();
  });
  afterAll(() => site?.close());

  test("leads through the course by keyboard alone: guess, reveal, next, back; a reload keeps the step", async () => {
    const { page, complaints } = await site.open("?place=learn");
    await tabTo(page, "Start the course");
    await page.keyboard.press("Enter");
    await heading(page, "One firm");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("learn-heading");

    await page.getByRole("heading", { name: "Your firm" }).waitFor();
    expect(await page.locator(".learn-takeaway").count()).toBe(0);
    await tabTo(page, "Stay at home");
    await page.keyboard.press("Space");
    expect(await page.getByRole("button", { name: "Stay at home" }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    await page.getByRole("slider").focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    // A browser does not send a form from a slider: the button does.
    if ((await page.getByText("Your guess: 49 of 100.").count()) === 0) {
      await tabTo(page, "That is my guess");
      await page.keyboard.press("Enter");
    }
    await page.getByText("Your guess: 49 of 100.").waitFor();
    await page.getByText(/^The model says \d+%/).waitFor();
    // The button is gone; what it brought has the focus, and the sentence to take home appears only now.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Your guess and what happens");
    expect(await page.locator(".learn-takeaway").count()).toBe(1);

    await tabTo(page, "Next");
    await page.keyboard.press("Enter");
    await heading(page, "One province");
    await page.getByText("2002: 1 of").waitFor();
    await tabTo(page, "Next year");
    await page.keyboard.press("Enter");
    await page.getByText(/^2003: \d+ of/).waitFor();
    // The address follows a choice a moment later.
    await expect.poll(() => page.url()).toContain("x.year=2003");
    await page.reload();
    await heading(page, "One province");
    await page.getByText(/^2003: \d+ of/).waitFor();
    await page.goBack();
    await heading(page, "One firm");
    await page.getByText("Your guess: 49 of 100.").waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("axe finds nothing wrong with any step, revealed or not, in light and in dark; each shows a figure", async () => {
    const { page, complaints } = await site.open("?place=learn&step=1");
    const next = page.getByRole("button", { name: /^(Next|Avanti)$/ });
    for (let step = 1; step <= 7; step++) {
      await page.locator("[aria-busy='false']").waitFor();
      await page.emulateMedia({ colorScheme: step % 2 === 0 ? "dark" : "light", reducedMotion: "reduce" });
      expect(await axeViolations(page), `step ${step}`).toEqual([]);
      await page.getByRole("button", { name: "Skip, just show me" }).click();
      await page.locator("[aria-busy='false']").waitFor();
      await page.emulateMedia({ colorScheme: step % 2 === 0 ? "light" : "dark", reducedMotion: "reduce" });
      expect(await axeViolations(page), `step ${step} revealed`).toEqual([]);
      if (step < 7) {
        expect(await page.locator(".learn-figures :is(canvas, svg)").count(), `step ${step}`).toBeGreaterThan(
          0,
        );
        await next.click();
      }
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("each paper's lesson has its figure, its guess and its paper, in Italian, at 320 pixels", async () => {
    const { page, complaints } = await site.open("?place=learn&lang=it&theme=dark");
    await page.setViewportSize({ width: 320, height: 800 });
    for (const lesson of ["herding", "learning", "districts", "clusters", "return"]) {
      await page.goto(
        `${site.origin}/index.html?v=1&place=learn&x.lesson=${lesson}&step=3&lang=it&theme=dark&x.guess=skipped`,
      );
      await page.locator(".learn-figures canvas").first().waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, lesson).toBeLessThanOrEqual(320);
      expect(await page.locator(".learn-paper").count(), lesson).toBe(1);
      expect(await axeViolations(page), lesson).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("is where Watch sends whoever is new, and has the plan of a class with links that open the steps' notes", async () => {
    const { page, complaints } = await site.open("?place=watch&set.firms=400&x.autoplay=0");
    await page.getByRole("link", { name: "Start with the lessons: seven short steps" }).click();
    await heading(page, "Learn");
    await page.getByText("For the teacher: a class of 45 minutes").click();
    await page.getByRole("link", { name: "5 The impostor" }).click();
    await heading(page, "The impostor");
    await page.getByText("They find good reasons for either country.").waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("says what a link asks for in vain, and opens the nearest step", async () => {
    const { page } = await site.open("?place=learn&step=70");
    await heading(page, "The sandbox");
    expect(await page.getByRole("status", { name: "Messages" }).textContent()).toContain("70");
    await page.close();
  });
});

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();

/** Moves the focus with the Tab key until a link or button of that name has it. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (text === name) return;
  }
  throw new Error(`Tab does not reach “${name}”`);
}
