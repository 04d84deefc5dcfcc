import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { designWords } from "../../../viz/places/yourData/designWords.ts";
import { yourDataWords } from "../../../viz/places/yourData/words.ts";
import { buildCommandLine } from "../../cli/commandLine.ts";
import { skipBrowserTests } from "../chromium.ts";
import { axeViolations } from "./axe.ts";
import { type LabSite, openLabSite, openPage } from "./labSite.ts";

const words = yourDataWords.en;
const italian = yourDataWords.it;

describe.skipIf(skipBrowserTests)("your data", () => {
  let site: LabSite;
  let bandwagon: ReturnType<typeof buildCommandLine>;
  beforeAll(async () => {
    bandwagon = buildCommandLine();
    site = await openLabSite();
  });
  afterAll(async () => {
    bandwagon?.remove();
    await site?.close();
  });

  async function choose(page: Page, name: string, content: string | Buffer) {
    const buffer = typeof content === "string" ? Buffer.from(content) : content;
    await page.getByLabel(words.pick).setInputFiles({ name, mimeType: "text/csv", buffer });
  }

  async function saved(page: Page, button: string): Promise<string> {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    return readFileSync(await file.path(), "utf8");
  }

  test("fits a model to a file as the command does, to the byte, and asks for nothing beyond its own origin", async () => {
    const { page, complaints } = await site.open("?place=your-data");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await choose(page, "lung.csv", readFileSync("docs/examples/lung.csv"));
    await page.getByRole("button", { name: words.readAsMissing("NA") }).click();
    await page.getByLabel(words.formula).fill("Surv(time, status == 2) ~ age + factor(sex) + wt.loss");
    await page.getByRole("button", { name: words.fit }).click();
    await page.getByRole("heading", { name: "4. What was found" }).waitFor();
    await page.getByRole("button", { name: words.copyCommand }).waitFor();
    const command = await page.locator(".data-results pre").last().textContent();
    expect(command).toBe(
      "bandwagon estimate lung.csv 'Surv(time, status == 2) ~ age + factor(sex) + wt.loss' --na NA",
    );
    const terminal = await bandwagon.run(
      ...["estimate", "docs/examples/lung.csv", "Surv(time, status == 2) ~ age + factor(sex) + wt.loss"],
      ...["--na", "NA", "--format", "json"],
    );
    expect(await saved(page, "All numbers (JSON)")).toBe(terminal.stdout);
    expect(await saved(page, "Script for R")).toContain("coxph");
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeViolations(page)).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(site.origin) && !/^(blob|data):/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("works by keyboard alone: the simulated panel is opened, fitted and explained", async () => {
    const { page, complaints } = await site.open("?place=your-data");
    await page.getByRole("button", { name: words.trySample }).press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: 30_000 })
      .toBe(words.what);
    await page.getByRole("button", { name: words.fit }).press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: 30_000 })
      .toBe("4. What was found");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
    await expect.poll(() => new URL(page.url()).searchParams.get("x.own.data")).toBe("sample");
    await page.getByRole("button", { name: designWords.en.make }).press("Enter");
    await page.getByRole("button", { name: designWords.en.open }).press("Enter");
    await expect.poll(() => page.title()).toMatch(/^Repeat/);
    await page.getByText("sample-panel-design.json").first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("takes a file that is dropped, stops when asked to, and reads it again afterwards", async () => {
    const { page, complaints } = await site.open("?place=your-data");
    const rows = "1,2\n".repeat(1_500_000);
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([`a,b\n${text}`], "dropped.csv"));
      return transfer;
    }, rows);
    await page.locator(".data-drop").dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByRole("button", { name: words.cancel }).click();
    await page.getByRole("progressbar").waitFor({ state: "detached" });
    expect(await page.getByRole("heading", { name: words.what }).count()).toBe(0);
    await page.getByText(words.reading).click();
    await page.getByRole("button", { name: words.readAgain }).click();
    await page.getByText("1,500,000 rows").waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each([
    ["a record too short", "a,b\n1,2\n3\n", "row 3"],
    ["nothing", "", "an empty file"],
    ["a spreadsheet", "PK\x03\x04\0\0", "spreadsheet"],
    ["a gzip that is cut short", gzipSync("a,b\n".repeat(9999)).subarray(0, 40), "damaged"],
  ])("says what is wrong, and where, with a file of %s", async (_, content, expected) => {
    const { page, complaints } = await site.open("?place=your-data");
    await choose(page, "data.csv", content);
    expect(await page.getByRole("alert").textContent()).toContain(expected);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("writes years as years, also with one missing, and calls a column of 0 alone what it is", async () => {
    const { page, complaints } = await site.open("?place=your-data");
    await choose(page, "years.csv", "year,zero,y\n2001,0,1\n,0,0\n2004,0,1\n");
    const read = page.getByRole("region", { name: words.what });
    await expect.poll(() => read.textContent()).toContain("2001 to 2004, mean 2002.5");
    expect(await read.getByRole("row", { name: /^zero/ }).first().textContent()).toBe(
      `zero${words.kinds.integer}0${words.constant("0")}`,
    );
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("refuses files and formulas in Italian too: where, what was found, what would be accepted, and no English", async () => {
    const { page, complaints } = await site.open("?place=your-data&lang=it");
    const problem = page.getByRole("alert");
    const open = (text: string) =>
      page
        .getByLabel(italian.pick)
        .setInputFiles({ name: "dati.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await open("a,b\n1,2\n3\n");
    await expect.poll(() => problem.textContent()).toContain("riga 3");
    expect(await problem.textContent()).toContain("1 cella");
    expect(await problem.textContent()).toContain("2, come nell’intestazione");
    await open("y,x,g\n1,2,a\n0,3,b\n1,4,a\n0,2,b\n");
    await page.getByLabel(italian.formula).fill("y ~ x + zz");
    await page.getByRole("button", { name: italian.fit }).click();
    await expect.poll(() => problem.textContent()).toContain('nessuna colonna di nome "zz"');
    expect(await problem.textContent()).toContain("formula, carattere 9");
    await page.getByLabel(italian.formula).fill("y ~ lag(x)");
    await page.getByRole("button", { name: italian.fit }).click();
    await expect.poll(() => problem.textContent()).toContain("lag() senza un panel");
    expect(await problem.textContent()).not.toMatch(/\b(?:the|without|found|expected)\b/);
    await page.getByLabel(italian.formula).fill("y ~ g");
    await page.getByRole("button", { name: italian.fit }).click();
    const results = page.locator(".data-results");
    await expect.poll(() => results.textContent()).toContain("l’esito è 1 in tutte le 2 righe con g = a");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("fits Wooldridge’s random-effects probit of union membership: every number of the worked example in the docs", async () => {
    const example = readFileSync("docs/estimators/unionMembership.md", "utf8");
    const formula =
      /males\.csv\.gz "(union ~ lag\(union\) \+ initial\(union\)[^"]+\(1 \| nr\))"/.exec(example)?.[1] ?? "";
    const { page, complaints } = await site.open("?place=your-data");
    await page.getByLabel(words.pick).setInputFiles("docs/examples/males.csv.gz");
    await page.getByLabel(words.unit, { exact: true }).selectOption("nr");
    await page.getByLabel(words.period, { exact: true }).selectOption("year");
    await page.getByLabel(words.formula).fill(formula);
    await page.getByRole("button", { name: words.fit }).click();
    await page.getByRole("heading", { name: "4. What was found" }).waitFor({ timeout: 60_000 });
    const result = JSON.parse(await saved(page, "All numbers (JSON)"));
    const printed = [
      ...example.matchAll(/^(\S+) +(-?[\d.]+) +([\d.]+) +-?[\d.]+ +<?[\d.]+ +-?[\d.]+ +-?[\d.]+$/gm),
    ];
    const terms = printed.filter(([, term]) => term !== "lag(union)").length + 1;
    expect(terms).toBe(19);
    const near = (value: number, text: string) => {
      const decimals = text.split(".")[1]?.length ?? 0;
      expect(Math.abs(value - Number(text)), text).toBeLessThanOrEqual(0.500001 * 10 ** -decimals);
    };
    expect(result.terms).toHaveLength(19);
    for (const { term, estimate, stdError } of result.terms) {
      const [, , found = "", error = ""] = printed.find(([, name]) => name === term) ?? [];
      near(estimate, found);
      near(stdError, error);
    }
    const [, sigma = "", sigmaError = ""] = /^sigma +([\d.]+) +([\d.]+)/m.exec(example) ?? [];
    near(result.randomEffect.sigma, sigma);
    near(result.randomEffect.sigmaStdError, sigmaError);
    const shown = await page.locator(".data-results").textContent();
    expect(shown).toContain("0.897");
    expect(shown).toContain("3,815");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(["hosted", "single"] as const)(
    "reads Parquet of every compression, on the %s page",
    async (kind) => {
      const { page, complaints } =
        kind === "hosted"
          ? await site.open("?place=your-data")
          : await openPage(site.context, `file://${site.singleFile}?place=your-data&lang=en`);
      for (const codec of ["gzip", "brotli", "zstd", "lz4", "lz4_raw"]) {
        await page.getByLabel(words.pick).setInputFiles(`tests/panel/compressed/${codec}.parquet`);
        const read = page.getByRole("region", { name: words.what });
        await expect.poll(() => read.textContent()).toContain(`${codec}.parquet`);
        expect(await read.textContent()).toContain("400 rows");
        expect(await read.textContent()).toContain("Monza e della Brianza");
      }
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test("shows cells that look like formulas or pages as text, and stays usable with 10,000 columns", async () => {
    const { page, complaints } = await site.open("?place=your-data&lang=it");
    const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
    const cells = names.map((_, at) =>
      at === 0 ? '"=HYPERLINK(""x"")"' : at === 1 ? "<img src=x>" : at % 2,
    );
    await page.getByLabel(italian.pick).setInputFiles({
      name: "wide.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`${names.join()}\n${cells.join()}\n`),
    });
    const read = page.getByRole("region", { name: italian.what });
    await read.waitFor();
    expect(await read.textContent()).toContain('=HYPERLINK("x")');
    expect(await read.textContent()).toContain("<img src=x>");
    expect(await page.locator("main *").count()).toBeLessThan(2500);
    await page.getByLabel(`${italian.find}: ${italian.outcome}`).fill("c9877");
    await page.getByLabel(italian.outcome, { exact: true }).selectOption("c9877");
    expect(await page.getByLabel(italian.formula).inputValue()).toBe("c9877 ~ 1");
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
