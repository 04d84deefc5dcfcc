import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { binaryPanel } from "../../bench/data/binaryPanel.ts";
import type { Fit } from "../../estimators/fit.ts";
import type { FitThreads } from "../../estimators/parts/fitThreads.ts";
import { fitRandomEffects } from "../../estimators/randomEffects/fitRandomEffects.ts";
import { fitThreads } from "../../workers/fitThreads.ts";
import { bundle, temporaryFolder } from "./bundle.ts";

const folder = temporaryFolder();
const inFolder = (name: string) => pathToFileURL(join(folder.path, name));
const script = inFolder("fitThread.js");

/** Just enough rows for threads to be used; few columns. */
const { matrix, outcome, group } = binaryPanel(8_400);
const numeric = matrix.numeric.slice(0, 4);
const narrow = { ...matrix, numeric, factors: matrix.factors.slice(0, 1) };
const randomEffects = (threads?: FitThreads) =>
  fitRandomEffects(narrow, outcome, group, { robust: "HC0", ...(threads && { threads }) });

beforeAll(() => bundle("node", folder.path, { fitThread: "workers/fitThread.ts" }));
afterAll(() => folder.remove());

function numbersOf({ terms, covariance, robustCovariance, logLikelihood }: Fit): number[] {
  const ofTerms = terms.flatMap(({ estimate, stdError }) => [estimate, stdError]);
  return [logLikelihood, ...ofTerms, ...covariance, ...(robustCovariance ?? [])];
}

function expectSameFit(ours: Fit, theirs: Fit): void {
  const expected = numbersOf(theirs);
  const found = numbersOf(ours);
  expect(found).toHaveLength(expected.length);
  found.forEach((number, at) => {
    expect(Math.abs(number - expected[at])).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected[at])));
  });
}

describe("a fit with threads", () => {
  test("is the fit without, to 1e-12, robust errors included; and the same bytes each time", () => {
    const alone = randomEffects();
    expect(alone.converged).toBe(true);
    for (const count of [2, 3]) {
      const [first, second] = [1, 2].map(() => randomEffects(fitThreads(count, { script })));
      expectSameFit(first, alone);
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    }
  });

  test("is made of what the thread answers", () => {
    const liar = inFolder("liar.js");
    writeFileSync(liar, ANSWERS_NOTHING);
    const alone = randomEffects();
    const half = randomEffects(fitThreads(2, { script: liar }));
    expect(half.logLikelihood).toBeGreaterThan(0.6 * alone.logLikelihood);
  });
});

/** Answers each request with 0, and leaves the sums empty: as if its groups did not exist. */
const ANSWERS_NOTHING = `
  import { parentPort, workerData } from "node:worker_threads";
  parentPort.on("message", (message) => {
    if ("shared" in message) return;
    Atomics.add(workerData.signal.state, 0, 1);
    Atomics.notify(workerData.signal.state, 0);
  });`;

/** A thread that goes its own way when it has got so many messages: its part, then requests. */
const endsAfter = (messages: number, how: string) => `
  import "./fitThread.js";
  import { parentPort } from "node:worker_threads";
  let got = 0;
  parentPort.on("message", () => { if (++got === ${messages}) ${how}; });`;

describe("a thread that", () => {
  test.each([
    ["cannot be loaded", "import './nowhere.js';"],
    ["ends before it has its part", "process.exit(0);"],
    [
      "throws at its part",
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw 1; });",
    ],
    ["never answers", "setInterval(() => {}, 1e6);"],
    ["exits under way", endsAfter(4, "process.exit(1)")],
    ["throws under way", endsAfter(5, "{ throw new Error('broken'); }")],
    ["hangs under way", endsAfter(6, "for (;;);")],
  ])("%s leaves its part to the caller: the same bytes", (name, text) => {
    const broken = inFolder(`${name.replaceAll(" ", "-")}.js`);
    writeFileSync(broken, text);
    const whole = randomEffects(fitThreads(2, { script }));
    const fit = randomEffects(fitThreads(2, { script: broken, patience: 100 }));
    expect(JSON.stringify(fit)).toBe(JSON.stringify(whole));
  });

  test("has no script is refused at once, with the file that is missing", () => {
    expect(() => fitThreads(2, { script: inFolder("nowhere.js") })).toThrow(/nowhere\.js is missing/);
  });
});

test.each([0, 1.5, -2, 65, Number.NaN])("%s threads are refused", (count) => {
  expect(() => fitThreads(count, { script })).toThrow(RangeError);
});
