import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type MainThreadTasks, mainThreadTasks } from "./pageTrace.ts";
import { median } from "./timing.ts";

const rounds = 3;
const patience = { timeout: 90_000 };

/** What one place is asked for: a page that is ready, and the work that is traced. */
interface Asked {
  readonly what: string;
  /** `rounds` by default. */
  readonly rounds?: number;
  readonly link: string;
  readonly ready: (page: Page) => Promise<unknown>;
  readonly work: (page: Page) => Promise<unknown>;
}

/**
 * The longest task of the page's main thread while each place is at work: by the clock, which is what a reader feels and what the goal is
 * about, and by processor time, which is what the page does itself. The work is done by other threads, as many as there are cores; a task
 * of the page lasts as long as they keep it waiting.
 */
export async function longTasks(browser: Browser, origin: string): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-bench-"));
  try {
    const table = join(folder, "table.csv");
    writeFileSync(table, twentyMegabytes());
    const asked: readonly Asked[] = [study, reveal, verdicts, fits, ownTable(table)];
    const rows: string[][] = [];
    for (const each of asked) {
      const found: MainThreadTasks[] = [];
      for (let round = 0; round < (each.rounds ?? rounds); round++)
        found.push(await trace(browser, origin, each));
      rows.push(...rowsOf(each.what, found));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function trace(
  browser: Browser,
  origin: string,
  { link, ready, work }: Asked,
): Promise<MainThreadTasks> {
  // A context of its own: nothing is kept from the round before.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${origin}?lang=en&${link}`);
  await ready(page);
  const tasks = await mainThreadTasks(browser, page, async () => {
    await work(page);
    // What is drawn late belongs to it.
    await page.waitForTimeout(1000);
  });
  await context.close();
  return tasks;
}

function rowsOf(what: string, found: readonly MainThreadTasks[]): string[][] {
  const row = (title: string, values: readonly number[], goal: string) => [
    title,
    median(values).toFixed(0),
    values.length > 1 ? Math.max(...values).toFixed(0) : "",
    goal,
  ];
  return [
    row(
      `${what}: longest task, ms`,
      found.map(({ longest }) => longest),
      "50",
    ),
    row(
      "  tasks over 50 ms",
      found.map(({ long }) => long),
      "0",
    ),
    row(
      "  longest task in processor time, ms",
      found.map(({ longestOwn }) => longestOwn),
      "",
    ),
    row(
      "  all tasks in processor time, ms",
      found.map(({ own }) => own),
      "",
    ),
  ];
}

const study: Asked = {
  what: "20 s of a study of 1,000",
  rounds: 1,
  link: "place=repeat&x.firms=300",
  ready: (page) => page.getByRole("button", { name: "+ 1,000 replications" }).waitFor(patience),
  async work(page) {
    await page.getByRole("button", { name: "+ 1,000 replications" }).click();
    await page.waitForTimeout(20_000);
  },
};

const reveal: Asked = {
  what: "Tell apart: three worlds revealed",
  link: "place=tell-apart&seed=4",
  ready: (page) => page.locator(".tell-apart-reveal button").waitFor(patience),
  async work(page) {
    await page.locator(".tell-apart-reveal button").click();
    await page.getByRole("button", { name: "Run 5", exact: true }).waitFor(patience);
  },
};

const verdicts: Asked = {
  what: "Tell apart: a study of 15 histories",
  link: "place=tell-apart&seed=4&x.revealed=1",
  async ready(page) {
    await page.getByRole("button", { name: "Run 5", exact: true }).waitFor(patience);
    await page.waitForTimeout(1000);
  },
  async work(page) {
    await page.getByRole("button", { name: "Run 5", exact: true }).click();
    await page.getByText("Done: 15 histories.").first().waitFor(patience);
  },
};

const fits: Asked = {
  what: "Estimate: columns B and C, Cox model II",
  link: "place=estimate&x.methods=B,C,cox-II",
  ready: (page) => page.locator(".estimate-go button.primary:enabled").waitFor(patience),
  async work(page) {
    await page.locator(".estimate-go button").first().click();
    await page.locator(".estimate-figures").waitFor(patience);
    await page.locator("#estimate-results progress").waitFor({ state: "detached", ...patience });
  },
};

const ownTable = (file: string): Asked => ({
  what: "Your data: a table of 20 MB, read and fitted",
  link: "place=your-data",
  ready: (page) => page.locator(".data-drop").waitFor(patience),
  async work(page) {
    await page.locator(".data-drop input[type=file]").setInputFiles(file);
    await page.locator(".data-read h2").waitFor(patience);
    await page.getByLabel("Formula").first().fill("y ~ x + z + factor(region)");
    await page.getByRole("button", { name: "Fit" }).first().click();
    await page.locator(".data-results h2").waitFor(patience);
  },
});

/** Rows that look like data: a yes or no, two numbers and one of twenty regions. */
function twentyMegabytes(): string {
  const lines = ["id,y,x,z,region"];
  for (let id = 0, size = 0; size < 20e6; id++) {
    // Remainders by primes: evenly spread, and the same in every run.
    const x = ((id * 7919) % 10_007) / 10_007;
    const z = ((id * 104_729) % 9973) / 9973;
    const y = (id * 1_299_709) % 1009 < 300 + 400 * x - 200 * z ? 1 : 0;
    const line = `${id},${y},${x.toFixed(6)},${z.toFixed(6)},r${id % 20}`;
    lines.push(line);
    size += line.length + 1;
  }
  return lines.join("\n");
}
