import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { labServer, readLabFiles } from "../cli/lab/labServer.ts";
import { textTable } from "../cli/textTable.ts";
import { longTasks } from "./longTasks.ts";
import { mainThreadTasks } from "./pageTrace.ts";
import { median } from "./timing.ts";

const rounds = 7;

/**
 * The built lab in a real browser: what its reader waits for, from the browser's own traces. Medians of `rounds` rounds. Without a
 * graphics card, as here, painting is done by the processor too.
 */
export async function page(): Promise<string> {
  const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (executablePath === undefined) return "not measured: no Chromium was found (CHROMIUM names one)";
  const folder = join(import.meta.dirname, "lab");
  if (!existsSync(folder)) return "not measured: the lab is not built (npm run build)";
  // Loaded when it is needed: it is large, and no part of the other sections.
  const { chromium } = await import("playwright-core");
  const server = labServer(readLabFiles(folder));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens has an address of this kind.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
  });
  try {
    const rows = [
      ...(await playing(browser, origin)),
      ...(await sliders(browser, origin)),
      ...(await longTasks(browser, origin)),
    ];
    return textTable(
      [
        { title: "what", align: "left" },
        { title: "median", align: "right" },
        { title: "worst", align: "right" },
        { title: "goal", align: "right" },
      ],
      rows,
    );
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Opens the whole of Italy in the place Watch and waits until all its years are there. */
async function openWatch(browser: Browser, origin: string): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await opened.goto(`${origin}?place=watch&lang=en&set.firms=15902&x.autoplay=0&x.speed=max`);
  await opened.locator(".watch-numbers[data-busy=false]").waitFor();
  return opened;
}

/** Frames a second, and the longest task of the main thread, while the years play at the greatest speed. */
async function playing(browser: Browser, origin: string): Promise<string[][]> {
  const opened = await openWatch(browser, origin);
  const frames: number[] = [];
  const longest: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const beginning = opened.getByRole("button", { name: "To the beginning" });
    if (await beginning.isEnabled()) await beginning.click();
    const tasks = await mainThreadTasks(browser, opened, async () => {
      const intervals = await opened.evaluate(async () => {
        const times: number[] = [];
        document.querySelector<HTMLButtonElement>(".watch-play")?.click();
        for (;;) {
          times.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
          const scrubber = document.querySelector<HTMLInputElement>(".watch-scrub input");
          if (scrubber === null || scrubber.value === scrubber.max || times.length > 2000) break;
        }
        return times.slice(1).map((time, at) => time - (times[at] ?? time));
      });
      frames.push(1000 / (intervals.reduce((sum, each) => sum + each, 0) / intervals.length));
    });
    longest.push(tasks.longest);
  }
  await opened.close();
  return [
    ["playing 15,902 × 4: frames a second", median(frames).toFixed(0), Math.min(...frames).toFixed(0), "60"],
    ["  longest task, ms", median(longest).toFixed(0), Math.max(...longest).toFixed(0), "50"],
  ];
}

/**
 * From the input of a slider to the frame after the shown year's new numbers are in the page, and to the last of the other world's. The
 * slider never comes back to a value it has had: that run would be there already.
 */
async function sliders(browser: Browser, origin: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const label of ["Imitation of starts", "Demand shocks"]) {
    const opened = await openWatch(browser, origin);
    const end = opened.getByRole("button", { name: "To the end" });
    if (await end.isEnabled()) await end.click();
    const slider = await opened.getByLabel(label, { exact: true }).elementHandle();
    const waits: number[] = [];
    const whole: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const wait = await opened.evaluate(async (input) => {
        if (!(input instanceof HTMLInputElement)) throw new Error("no such slider");
        const numbers = document.querySelector(".watch-numbers");
        if (numbers === null) throw new Error("the page has no headline");
        const before = numbers.textContent;
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const start = performance.now();
        input.stepUp();
        input.dispatchEvent(new Event("input", { bubbles: true }));
        const late = () => performance.now() - start > 5000;
        while (numbers.textContent === before && !late()) await frame();
        await frame();
        const shown = performance.now() - start;
        while (numbers.getAttribute("data-busy") !== "false" && !late()) await frame();
        await frame();
        return { shown, whole: performance.now() - start };
      }, slider);
      waits.push(wait.shown);
      whole.push(wait.whole);
      await opened.waitForTimeout(400);
    }
    rows.push([
      `slider "${label}" to its numbers, ms`,
      median(waits).toFixed(0),
      Math.max(...waits).toFixed(0),
      "100",
    ]);
    rows.push([
      "  to all years of both worlds, ms",
      median(whole).toFixed(0),
      Math.max(...whole).toFixed(0),
      "",
    ]);
    await opened.close();
  }
  return rows;
}
