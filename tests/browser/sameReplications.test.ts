import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import { replicationKeys } from "../../study/replicationKeys.ts";
import { spawnNodeWorker } from "../../workers/nodeEndpoint.ts";
import { createReplicationPool } from "../../workers/runReplications.ts";
import { bundle, temporaryFolder } from "../workers/bundle.ts";
import { launchChromium, skipBrowserTests } from "./chromium.ts";
import { exactText } from "./fixtures/exactText.ts";
import type {} from "./fixtures/replicationPage.ts";
import { rowsOfStudy } from "./fixtures/rowsOfStudy.ts";
import { type StaticServer, serveFolder } from "./staticServer.ts";

/** One replication of each world of the recovery study. */
const recovery = {
  ...JSON.parse(readFileSync("scenarios/canello-2022/studies/recovery.json", "utf8")),
  replications: 1,
};

/** Two worlds, a varied parameter, a random-effects and a pooled probit, and two Cox models. */
const small = {
  ...recovery,
  dataGenerating: [
    {
      name: "return",
      scenario: "canello-2022/return",
      set: { recordedYears: 4 },
      vary: { firms: [200, 300] },
      methods: ["canello-2022/cox-exact", "canello-2022/cox-yearly"],
    },
    {
      name: "impostor",
      scenario: "canello-2022/impostor",
      set: { firms: 300 },
      methods: ["canello-2022/B-small", "canello-2022/C-small"],
    },
  ],
  replications: 4,
};

describe.skipIf(skipBrowserTests)("the built workers", () => {
  let dist: ReturnType<typeof temporaryFolder>;
  let server: StaticServer;
  let browser: Awaited<ReturnType<typeof launchChromium>>;

  beforeAll(async () => {
    dist = temporaryFolder();
    execFileSync(process.execPath, ["scripts/build.mjs", dist.path]);
    const lab = join(dist.path, "lab");
    await bundle("browser", lab, { replicationPage: "tests/browser/fixtures/replicationPage.ts" });
    server = await serveFolder(lab);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await dist?.remove();
  });

  test("give the same bits for every world in Chromium as in Node", async () => {
    const page = await browser.context.newPage();
    await page.goto(`${server.origin}/blank.html`);
    await page.addScriptTag({ type: "module", url: "/replicationPage.js" });
    await page.waitForFunction(() => "runStudyInWorkers" in globalThis);
    const inChromium = await page.evaluate((design) => runStudyInWorkers(design), recovery);

    const design = resolveDesign(parseDesign(recovery));
    const worker = pathToFileURL(join(dist.path, "worker.js"));
    const pool = createReplicationPool({ spawn: () => spawnNodeWorker(worker), size: 2, design });
    const rows = await rowsOfStudy(design, [...replicationKeys(design)], pool);
    expect(new Set(rows.map(({ world }) => world)).size).toBe(design.cells.length);
    expect(rows.filter(({ status }) => status !== "ok")).toEqual([]);
    expect(inChromium).toEqual(exactText(rows));
  });

  test("make in Chromium the files of results, byte by byte, that the command line writes", async () => {
    const design = join(dist.path, "small.json");
    const out = join(dist.path, "small");
    writeFileSync(design, JSON.stringify(small));
    execFileSync(process.execPath, [join(dist.path, "cli.js"), "study", "run", design, "--out", out], {
      stdio: "pipe",
    });

    const page = await browser.context.newPage();
    await page.goto(`${server.origin}/blank.html`);
    await page.addScriptTag({ type: "module", url: "/replicationPage.js" });
    await page.waitForFunction(() => "resultsOfStudy" in globalThis);
    const inChromium = await page.evaluate((design) => resultsOfStudy(design), small);

    const names = Object.keys(inChromium);
    expect(names).toEqual(["replications.csv", "replications.parquet", "summary.json"]);
    for (const name of names) {
      expect(inChromium[name], name).toBe(readFileSync(join(out, name), "latin1"));
    }
    // A study without estimates would agree as well.
    const [header, ...lines] = readFileSync(join(out, "replications.csv"), "utf8").trim().split("\n");
    expect(header).toMatch(/^world,cell,replication,method,estimand,/);
    expect(new Set(lines.map((line) => line.split(",")[3])).size).toBe(4);
    expect(lines.filter((line) => line.includes(",ok,")).length).toBeGreaterThan(100);
  });
});
