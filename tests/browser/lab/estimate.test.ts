import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modelSpecification } from "../../../scenarios/specificationCatalogue.ts";
import { watchedWorld } from "../../../sim/index.ts";
import { labFit } from "../../../study/lab/labFit.ts";
import { surveyedPanel } from "../../../study/lab/surveyedPanel.ts";
import { estimateWords } from "../../../viz/places/estimate/words.ts";
import { skipBrowserTests } from "../chromium.ts";
import { axeViolations } from "./axe.ts";
import { type LabSite, openLabSite } from "./labSite.ts";

const words = estimateWords.en;
/** A small world whose coefficients are known, three quick fits. */
const link = "?place=estimate&world=canello-2022/eq1&seed=5&x.methods=B-small,C-small,cox-II";

describe.skipIf(skipBrowserTests)("the place Estimate", () => {
  let site: LabSite;
  beforeAll(async () => {
    site = await openLabSite();
  });
  afterAll(() => site?.close());

  test("fits by keyboard what is chosen, to the very numbers of Node, and says what the paper would have concluded", async () => {
    const { page, complaints } = await site.open(link);
    const go = page.getByRole("button", { name: words.fit });
    await expect.poll(() => go.isEnabled(), { timeout: 20_000 }).toBe(true);
    await go.press("Enter");
    const conclusion = page.getByRole("heading", { name: words.conclude });
    await conclusion.waitFor({ timeout: 30_000 });
    await expect.poll(() => page.getByText(words.fitted).count(), { timeout: 30_000 }).toBe(1);

    const { scenario, key } = watchedWorld({ scenario: "canello-2022/eq1", set: {}, seed: "5" });
    const survey = surveyedPanel(scenario, key, { years: 6 });
    const [arrived] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: words.csv }).press("Enter"),
    ]);
    const rows = readFileSync(await arrived.path(), "utf8")
      .trim()
      .split("\n");
    const expected = ["canello-2022/cox-II", "canello-2022/B-small", "canello-2022/C-small"].flatMap(
      (name) => {
        const fit = labFit(survey, modelSpecification(name));
        return [...fit.terms, ...fit.effects].map(
          ({ term, estimate, stdError }) => `${name},${term},${estimate},${stdError}`,
        );
      },
    );
    expect(expected.length).toBeGreaterThan(30);
    expect(rows.slice(1).map((row) => row.split(",").slice(0, 4).join(","))).toEqual(expected);

    const claim = page.getByRole("article").filter({ hasText: words.hypotheses.same.claim });
    expect(await claim.textContent()).toMatch(/Right|Wrong/);
    expect(await claim.textContent()).toContain("one more peer raises the probability to start");
    expect(await page.getByRole("img").count()).toBeGreaterThanOrEqual(3);

    await page.getByLabel("One specification").selectOption("canello-2022/C-small");
    const term = page.getByRole("button", { name: "Small peers, same destination", exact: true });
    await term.press("Enter");
    const meaning = page.getByRole("dialog");
    expect(await meaning.textContent()).toContain("msePeersSameDestination");
    await page.keyboard.press("Escape");
    await expect.poll(() => term.evaluate((element) => element === document.activeElement)).toBe(true);

    const [script] = await Promise.all([
      page.waitForEvent("download", { predicate: (file) => file.suggestedFilename().endsWith(".R") }),
      page.getByRole("button", { name: words.scriptR }).press("Enter"),
    ]);
    expect(readFileSync(await script.path(), "utf8")).toContain("canello-2022-C-small.csv");
    const repeat = page.getByRole("link", { name: words.repeat });
    expect(await repeat.getAttribute("href")).toContain("x.method=canello-2022%2FC-small");

    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      expect(await axeViolations(page), scheme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 900 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("fits at once what a link says was fitted, in Italian, and says that nobody imitates where nobody does", async () => {
    const { page, complaints } = await site.open(
      "?place=estimate&lang=it&world=canello-2022/W0&set.firms=1500&x.methods=C-small&x.fitted=1&x.published=1",
    );
    const italian = estimateWords.it;
    await page.getByText(italian.nobody).first().waitFor({ timeout: 30_000 });
    const claim = page.getByRole("article").filter({ hasText: italian.hypotheses.same.claim });
    expect(await claim.textContent()).toContain(italian.effectNone);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("names the field of a link that a world refuses, what was found and what is accepted, in both languages", async () => {
    for (const [search, expected] of [
      [
        "set.datedShocks=[{}]&lang=en",
        "“set.datedShocks[0].year” was left out: found nothing. Accepted: whole number.",
      ],
      [
        "set.datedShocks=[{}]&lang=it",
        "“set.datedShocks[0].year” nel link è stato tralasciato: trovato nulla. Accettato: un numero intero.",
      ],
      ["world=nope&lang=en", '“world” was left out: found "nope". Accepted: herding, no-herding,'],
      [
        "world=nope&lang=it",
        '“world” nel link è stato tralasciato: trovato "nope". Accettato: herding, no-herding,',
      ],
    ]) {
      const { page, complaints } = await site.open(`?place=estimate&${search}`);
      await expect
        .poll(
          () =>
            page
              .locator(".notice")
              .allTextContents()
              .then((texts) => texts.join()),
          { timeout: 15_000 },
        )
        .toContain(expected);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  test("says what it does not know or cannot survey, and goes on", async () => {
    const { page, complaints } = await site.open(
      "?place=estimate&world=canello-2022/eq1&set.base=1000&x.methods=B-small,Z&x.years=7",
    );
    const said = page.getByRole("status", { name: "Messages" });
    await expect.poll(() => said.textContent()).toContain("canello-2022/Z");
    await expect.poll(() => said.textContent()).toContain("“x.years” is “7”");
    await expect.poll(() => said.textContent()).toContain("Accepted: 6, 10, all.");
    await expect
      .poll(() => said.textContent(), { timeout: 10_000 })
      .toContain("The link’s “set.base” was left out: found 1000. Accepted: ");
    await expect
      .poll(() => page.getByRole("button", { name: words.fit }).isEnabled(), { timeout: 20_000 })
      .toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
