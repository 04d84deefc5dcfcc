import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../workers/bundle.ts";
import { skipBrowserTests } from "../chromium.ts";
import { axeViolations } from "./axe.ts";
import { type LabSite, openLabSite, openPage } from "./labSite.ts";

/** A Cox model of few firms: some 10 ms a replication. */
const quick = "?place=repeat&world=canello-2022/return&x.method=canello-2022/cox-yearly&x.firms=300";

const twoCells = {
  aim: "Two cells of few firms.",
  dataGenerating: {
    name: "return",
    scenario: "canello-2022/return",
    set: { recordedYears: 4 },
    vary: { firms: [200, 300] },
  },
  methods: ["canello-2022/cox-yearly", "canello-2022/cox-exact"],
  performance: ["bias"],
  replications: 6,
  seed: "two cells",
};

describe.skipIf(skipBrowserTests)("the place that repeats", () => {
  let site: LabSite;
  let dist: ReturnType<typeof temporaryFolder>;
  beforeAll(async () => {
    dist = temporaryFolder();
    execFileSync(process.execPath, ["scripts/build.mjs", dist.path, "--without-lab"], { stdio: "pipe" });
    site = await openLabSite();
  });
  afterAll(async () => {
    await site?.close();
    await dist?.remove();
  });

  test("goes on after a reload in the middle, and leaves the files that the command line writes", async () => {
    const { page, complaints } = await site.open(quick);
    await button(page, "+ 10 replications").press("Enter");
    await page.getByText("10 of 10 replications gave an estimate").waitFor();
    await reloadAtProgress(page, 10, 110);
    await button(page, "+ 100 replications").press("Enter");
    await page.getByText(/replications are kept\./).waitFor();
    const kept = await doneOf(page);
    expect(kept).toBeGreaterThan(10);
    expect(kept).toBeLessThan(110);
    await button(page, "Go on").press("Enter");
    await page.getByText("110 of 110 replications gave an estimate").waitFor();

    const saved = new Map<string, Buffer>();
    for (const name of ["design.json", "replications.csv", "replications.parquet", "summary.json"])
      saved.set(name, await download(page, name));
    const design = join(dist.path, "exported.json");
    const out = join(dist.path, "exported");
    writeFileSync(design, saved.get("design.json") ?? "");
    execFileSync(process.execPath, [join(dist.path, "cli.js"), "study", "run", design, "--out", out], {
      stdio: "pipe",
    });
    for (const [name, bytes] of saved) expect(bytes.equals(readFileSync(join(out, name))), name).toBe(true);
    expect(JSON.parse(String(saved.get("design.json"))).replications).toBe(110);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("redraws its chart once a look while a thousand run, and moves it only after a rest", async () => {
    const { page, complaints } = await site.open(quick);
    await page.evaluate(() => {
      const seen = { looks: [] as number[], draws: 0 };
      Object.assign(window, { seen });
      Worker.prototype.postMessage = new Proxy(Worker.prototype.postMessage, {
        apply(post, worker, sent) {
          if (JSON.stringify(sent[0]).includes('"kind":"look"')) seen.looks.push(performance.now());
          return Reflect.apply(post, worker, sent);
        },
      });
      // Chart.js clears its canvas before each drawing.
      const { clearRect } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        seen.draws++;
        clearRect.apply(this, box);
      };
    });
    await button(page, "+ 1,000 replications").press("Enter");
    const seen = () =>
      page.evaluate(() => (window as unknown as { seen: { looks: number[]; draws: number } }).seen);
    await expect.poll(async () => (await seen()).looks.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(8);
    await button(page, "Pause").press("Enter");
    const { looks, draws } = await seen();
    // A movement takes 150 ms: at most ten frames.
    const allowed = looks.map((at, look) => (at - (looks[look - 1] ?? 0) > 1300 ? 12 : 1));
    expect(draws).toBeGreaterThan(1);
    expect(draws).toBeLessThanOrEqual(allowed.reduce((sum, each) => sum + each, 0) + 24);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("opens a dot by keyboard: its estimate, its key, its history and its command", async () => {
    const { page, complaints } = await site.open(`${quick}&seed=dots`);
    await button(page, "+ 1 replication").press("Enter");
    await page.getByRole("heading", { name: "Replication 1", exact: true }).waitFor();
    const history = await page.getByRole("link", { name: "Watch this very history" }).getAttribute("href");
    expect(history).toContain("seed=dots");
    await button(page, "+ 10 replications").press("Enter");
    await page.getByText("11 of 11 replications gave an estimate").waitFor();
    await page.getByRole("button", { name: "Table of Estimates" }).press("Enter");
    await page.getByRole("button", { name: "Open 7", exact: true }).press("Enter");
    await page.getByRole("heading", { name: "Replication 7", exact: true }).waitFor();
    await page.getByText("What would this researcher have concluded?").waitFor();
    await page.getByText("bandwagon study replay study --cell 0 --replication 7").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("shows one estimate after the other by keyboard, and a dozen at once where no motion is wanted", async () => {
    const { page, complaints } = await site.open(`${quick}&seed=outcomes`);
    await button(page, "+ 10 replications").press("Enter");
    await page.getByText("10 of 10 replications gave an estimate").waitFor();
    await page.getByLabel("Show", { exact: true }).selectOption({ label: "one after the other" });
    const sentence = page
      .locator("main")
      .getByText(/^Replication \d+ of 10, /)
      .first();
    const shown = async () => Number(/^Replication (\d+)/.exec((await sentence.textContent()) ?? "")?.[1]);
    await expect.poll(shown).toBe(1);
    await button(page, "Next").press("Enter");
    await expect.poll(shown).toBe(2);
    await button(page, "Previous").press("Enter");
    await button(page, "Previous").press("Enter");
    await expect.poll(shown).toBe(10);
    await button(page, "Play").press("Enter");
    await expect.poll(shown, { timeout: 10_000 }).toBe(3);
    await button(page, "Pause").press("Enter");
    const still = await shown();
    // More than two of its turns.
    await page.waitForTimeout(1200);
    expect(await shown()).toBe(still);
    // The table is its twin: every estimate, each of which opens its replication.
    await page.getByRole("button", { name: "Table of One estimate after the other" }).press("Enter");
    expect(await page.getByRole("button", { name: /^Open \d+$/ }).count()).toBe(10);
    await page.getByRole("button", { name: "Open 4", exact: true }).press("Enter");
    await page.getByRole("heading", { name: "Replication 4", exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.getByRole("heading", { name: "A dozen estimates, one below the other" }).waitFor();
    expect(await button(page, "Play").count()).toBe(0);
    await page
      .getByText(/^Replication 1: .*; replication 10: /)
      .first()
      .waitFor();
    await button(page, "Next dozen").press("Enter");
    expect(await axeViolations(page)).toEqual([]);
    await expect.poll(() => page.url()).toContain("x.show=draws");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("opens a study file, cell by cell, and refuses a faulty one with the place of its fault", async () => {
    const { page, complaints } = await site.open("?place=repeat");
    const choose = (name: string, text: string) =>
      page.getByLabel("Choose a file").setInputFiles({
        name,
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
    await choose("twice.json", '{\n  "aim": "x",\n  "aim": "y"\n}');
    await page
      .getByText(/twice\.json: aim: found the name twice, at line 2, column 3 and at line 3/)
      .waitFor();
    await choose("wrong.json", JSON.stringify({ ...twoCells, methods: ["canello-2022/Z"] }));
    await page.getByText(/methods\[0\]: found "canello-2022\/Z"/).waitFor();
    await choose("two-cells.json", JSON.stringify(twoCells));
    await button(page, "All 6 of the design").press("Enter");
    await page.getByText("6 of 6 replications gave an estimate").waitFor();
    const second = page.getByRole("row", { name: /firms = 300/ });
    await second.getByRole("button").press("Enter");
    await expect.poll(() => second.getByRole("button").getAttribute("aria-pressed")).toBe("true");
    // It opens as soon as the cell has it.
    await page.getByRole("spinbutton").fill("6");
    await page.getByRole("spinbutton").press("Enter");
    await page.getByText("bandwagon study replay study --cell 1 --replication 6").waitFor();
    await page.getByRole("spinbutton").fill("7");
    await page.getByRole("spinbutton").press("Enter");
    await page.getByText("There is no replication “7” here: 1 to 6 were asked for.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    // The address follows a little later than the page.
    await expect.poll(() => page.url()).toContain("x.replication=6");
    await page.reload();
    await page.getByText("This study is that of the file two-cells.json.").waitFor();
    await page.getByText("bandwagon study replay study --cell 1 --replication 6").waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("follows the rule of a design that has one, and leaves the files that the command line writes", async () => {
    const { page, complaints } = await site.open("?place=repeat");
    const ruled = {
      ...twoCells,
      methods: ["canello-2022/cox-yearly"],
      replications: 12,
      until: { mcse: { bias: 0.3 }, estimands: ["msePeersSameDestinationBeforeEntry"], minimum: 4, every: 2 },
    };
    await page.getByLabel("Choose a file").setInputFiles({
      name: "ruled.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(ruled)),
    });
    await page
      .getByText(/each cell is looked at after 4 replications and then after every 2, up to 12/)
      .waitFor();
    await button(page, "Run until the rule stops it").press("Enter");
    await page.getByText("The rule has stopped every cell.", { exact: true }).waitFor({ timeout: 30_000 });
    expect(
      await page.getByRole("region", { name: "The last look at each cell" }).getByRole("row").count(),
    ).toBe(3);
    await page.reload();
    await page.getByText("The rule has stopped every cell.", { exact: true }).waitFor({ timeout: 30_000 });
    const saved = new Map<string, Buffer>();
    for (const name of ["design.json", "replications.csv", "summary.json", "looks.json"])
      saved.set(name, await download(page, name));
    const design = join(dist.path, "ruled.json");
    const out = join(dist.path, "ruled");
    writeFileSync(design, saved.get("design.json") ?? "");
    execFileSync(process.execPath, [join(dist.path, "cli.js"), "study", "run", design, "--out", out], {
      stdio: "pipe",
    });
    for (const [name, bytes] of saved) expect(bytes.equals(readFileSync(join(out, name))), name).toBe(true);
    expect(JSON.parse(String(saved.get("summary.json"))).stopping).toHaveLength(2);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("says what ran out of time, and goes on", async () => {
    const { page, complaints } = await site.open("?place=repeat");
    await page.getByLabel("Choose a file").setInputFiles({
      name: "hasty.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify({ ...twoCells, secondsPerReplication: 0.002, replications: 2 })),
    });
    await button(page, "All 2 of the design").press("Enter");
    await page.getByText(/replications ran out of time or lost their thread/).waitFor({ timeout: 30_000 });
    await page.getByRole("cell", { name: /It took longer than 0\.002 s/ }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("goes on when a thread dies under it", async () => {
    const { page } = await site.open(`${quick}&seed=dying`);
    await button(page, "+ 100 replications").press("Enter");
    await expect.poll(() => page.workers().length).toBeGreaterThan(1);
    await page
      .workers()
      .at(-1)
      ?.evaluate(() => {
        setTimeout(() => {
          throw new Error("this thread was made to die");
        });
      });
    await page.getByText("100 of 100 replications gave an estimate").waitFor({ timeout: 30_000 });
    await page.close();
  });

  test("is run by one tab at a time, and is deleted when it is asked twice", async () => {
    const link = `${quick}&seed=tabs`;
    const { page: first } = await site.open(link);
    await button(first, "+ 1,000 replications").press("Enter");
    await expect.poll(() => doneOf(first), { timeout: 20_000 }).toBeGreaterThan(5);
    const { page: second } = await site.open(link);
    await button(second, "Go on").press("Enter");
    await second.getByText(/Another tab of this browser runs this study/).waitFor();
    await button(first, "Pause").press("Enter");
    await button(first, "Go on").waitFor();
    const there = await doneOf(first);
    await button(second, "Look again").press("Enter");
    await expect.poll(() => doneOf(second), { timeout: 20_000 }).toBe(there);
    await button(second, "Stop here").press("Enter");
    await button(second, "+ 1 replication").waitFor();
    await first.close();
    const study = second.getByRole("listitem").filter({ hasText: "open now" });
    await study.getByRole("button", { name: /^Delete/ }).press("Enter");
    await study.getByRole("button", { name: /^Delete for good/ }).press("Enter");
    await second.getByText("Nothing is drawn yet.").waitFor();
    await second.close();
  });

  test("works in the page that is one file, from a disk", async () => {
    const address = `${pathToFileURL(site.singleFile)}${quick}&lang=it`;
    const { page, complaints } = await openPage(site.context, address);
    await button(page, "+ 1 replica").press("Enter");
    await page.getByRole("heading", { name: "Replica 1", exact: true }).waitFor();
    expect((await download(page, "design.json", "Scarica")).length).toBeGreaterThan(100);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("says that nothing is kept where the browser refuses to, and works all the same", async () => {
    const page = await site.context.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "indexedDB", {
        get() {
          throw new DOMException("The page may not keep anything.", "SecurityError");
        },
      });
    });
    await page.goto(`${site.origin}/index.html${quick}&lang=en`);
    await page.getByText(/may not keep anything in this browser/).waitFor();
    await button(page, "+ 10 replications").press("Enter");
    await page.getByText("10 of 10 replications gave an estimate").waitFor();
    await page.close();
  });
});

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

async function download(page: Page, name: string, word = "Download"): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    button(page, `${word} ${name}`).press("Enter"),
  ]);
  return readFileSync(await file.path());
}

/** The first number that the progress tells; 0 where there is none. */
async function doneOf(page: Page): Promise<number> {
  const text = await page
    .locator(".repeat-pace")
    .textContent({ timeout: 200 })
    .catch(() => "");
  return Number(/^([\d,]+)/.exec(text ?? "")?.[1]?.replaceAll(",", "") ?? 0);
}

/** From inside the page, since a study of this size is done before a test has looked twice. */
async function reloadAtProgress(page: Page, above: number, below: number): Promise<void> {
  await page.evaluate(
    ([least, most]) => {
      const observer = new MutationObserver(() => {
        const done = Number.parseInt(document.querySelector(".repeat-pace")?.textContent ?? "", 10);
        if (!(done > least && done < most)) return;
        observer.disconnect();
        location.reload();
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    },
    [above, below] as const,
  );
}
