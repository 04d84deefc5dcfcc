// npm run lighthouse: Lighthouse's mobile profile on the built lab, every place, medians of three runs (or as many as named).
// Goals: performance 95, accessibility 100, best practices 100. Ends with 1 where one is missed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";

const goals = { performance: 95, accessibility: 100, "best-practices": 100 };
const runs = Number(process.argv[2] ?? 3);
const places = process.argv[3]?.split(",") ?? [
  "watch",
  "estimate",
  "repeat",
  "tell-apart",
  "your-data",
  "learn",
];
const chromePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
);
if (chromePath === undefined) {
  console.error(
    'No Chromium was found: install Debian\'s package "chromium", or name it in the variable CHROMIUM.',
  );
  process.exit(1);
}

const server = spawn(process.execPath, ["dist/cli.js", "lab", "--port", "0"], {
  stdio: ["ignore", "pipe", "ignore"],
});
const [line] = await once(server.stdout, "data");
const origin = String(line).trim();
const port = await freePort();
const chrome = await chromium.launch({
  executablePath: chromePath,
  args: [`--remote-debugging-port=${port}`, "--no-sandbox", "--disable-gpu"],
  // As a reader's browser: Playwright turns off the cache that going back uses, and Lighthouse looks whether the page can be in it.
  ignoreDefaultArgs: ["--disable-back-forward-cache"],
});
let missed = false;
try {
  for (const place of places) {
    const scores = { performance: [], accessibility: [], "best-practices": [] };
    const interactive = [];
    const failing = new Map();
    for (let run = 0; run < runs; run++) {
      const { lhr } = await lighthouse(`${origin}?place=${place}&lang=en`, {
        port,
        onlyCategories: Object.keys(goals),
        logLevel: "silent",
      });
      for (const name of Object.keys(goals)) scores[name].push(Math.round(100 * lhr.categories[name].score));
      interactive.push(lhr.audits.interactive.numericValue);
      for (const { id, score, title, scoreDisplayMode } of Object.values(lhr.audits))
        if (scoreDisplayMode === "binary" && score === 0) failing.set(id, title);
    }
    const medians = Object.fromEntries(Object.keys(goals).map((name) => [name, median(scores[name])]));
    const short = Object.keys(goals).filter((name) => !(medians[name] >= goals[name]));
    missed ||= short.length > 0;
    const figures = Object.entries(medians).map(([name, score]) => `${name} ${score}`);
    console.log(
      `${short.length > 0 ? "✗" : "✓"} ${place}: ${figures.join(", ")}; interactive after ${(median(interactive) / 1000).toFixed(1)} s`,
    );
    for (const [id, title] of failing) console.log(`    ${id}: ${title}`);
  }
} finally {
  await chrome.close();
  server.kill("SIGINT");
}
process.exit(missed ? 1 : 0);

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

async function freePort() {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port: free } = probe.address();
  probe.close();
  await once(probe, "close");
  return free;
}
