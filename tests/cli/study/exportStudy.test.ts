import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import seedrandom from "seedrandom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { longGroups, storedGroups } from "../../../cli/study/exportRows.ts";
import { summaryScript } from "../../../cli/study/exportSummaryScript.ts";
import { csvChunks } from "../../../panel/csvChunks.ts";
import type { Table } from "../../../panel/table.ts";
import { resolveDesign } from "../../../study/cells.ts";
import { PERFORMANCE_NAMES, parseDesign } from "../../../study/design.ts";
import { failureRow } from "../../../study/failureRows.ts";
import { rowsInMemory } from "../../../study/rowSource.ts";
import type { EstimateRow } from "../../../study/rows.ts";
import { type StudySummary, summarise } from "../../../study/summary.ts";
import { buildCommandLine } from "../commandLine.ts";
import { hasRscript } from "../rscript.ts";

const design = resolveDesign(
  parseDesign({
    aim: "To be summarised elsewhere",
    dataGenerating: [
      {
        name: "a, b",
        scenario: "canello-2022",
        vary: { firms: [300, 400], "decision.kind": ["behavioural"] },
      },
      { name: "one", scenario: "canello-2022", methods: ["canello-2022/C"] },
    ],
    methods: ["canello-2022/C", "canello-2022/B", "canello-2022/cox-yearly"],
    performance: PERFORMANCE_NAMES,
    replications: 40,
    seed: "7",
    alpha: 0.1,
  }),
);

/** Rows with everything that may be missing: whole fits, levels, standard errors, tests and truths. */
function madeUpRows(): EstimateRow[] {
  const random = seedrandom.alea("export");
  const noise = () => random() + random() + random() - 1.5;
  return design.cells.flatMap((cell) =>
    Array.from({ length: 40 }, (_, at) => at + 1).flatMap((replication) => {
      const shared = noise();
      const size = 0.5 + 0.1 * random();
      return cell.methods.flatMap(({ name, model }): EstimateRow[] => {
        if (cell.index === 1 && name.endsWith("/B")) {
          return [failureRow(cell, replication, name, "not-converged", "no maximum")];
        }
        if (random() < 0.15) return [failureRow(cell, replication, name, "separation", "size separates")];
        const row = (estimand: string, truth: number, test = true): EstimateRow => {
          const estimate = truth + 0.5 * shared + 0.3 * noise() ** 3 + 0.2;
          const stdError = random() < 0.05 && estimand === "yLag" ? Number.NaN : 0.3 + 0.2 * random();
          return {
            world: cell.world,
            cell: cell.index,
            replication,
            method: name,
            estimand,
            truth,
            estimate,
            stdError,
            confLow: estimate - 1.6 * stdError,
            confHigh: estimate + 1.6 * stdError,
            pValue: test ? random() ** 2 : Number.NaN,
            status: "ok",
            message: "",
          };
        };
        return model === "cox"
          ? [row("size", -0.2), row("hazardRatio(size)", 0.8)]
          : [
              row("size", size),
              row("yLag", 0),
              row("supplier", Number.NaN),
              ...(model === "probit" ? [] : [row("sigma", 0.5, false)]),
              ...(random() < 0.3 ? [] : [row("factor(year)2010", 1)]),
            ];
      });
    }),
  );
}

const rows = madeUpRows();
const source = rowsInMemory(design, rows);
const textOf = (groups: Iterable<Table>) => {
  const [first, ...others] = groups;
  return [...csvChunks(first)]
    .slice(0, 1)
    .concat(others.flatMap((group) => [...csvChunks(group)].slice(1)))
    .join("");
};
const parsed = (text: string) => Papa.parse<Record<string, string>>(text.trim(), { header: true }).data;
const long = parsed(textOf(longGroups(design, source)));

describe("the long format", () => {
  it("is balanced: in each replication of a cell the same methods and estimands", () => {
    const places = new Map<string, string[]>();
    for (const { cell, dataset, method, estimand } of long) {
      const key = `${cell} ${dataset}`;
      places.set(key, [...(places.get(key) ?? []), `${method} ${estimand}`]);
    }
    expect(places.size).toBe(3 * 40);
    for (const [key, found] of places) expect(found, key).toEqual(places.get(`${key.split(" ")[0]} 1`));
  });

  it("has every estimate once, and every failure with its cause for each estimand", () => {
    const valid = rows.filter(({ status }) => status === "ok");
    expect(long.filter(({ converged }) => converged === "1")).toHaveLength(valid.length);
    const failed = long.filter(({ cell, method }) => cell === "1" && method === "canello-2022/B");
    expect(new Set(failed.map(({ status, estimate }) => `${status}:${estimate}`))).toEqual(
      new Set(["not-converged:"]),
    );
    expect(new Set(failed.map(({ estimand }) => estimand))).toContain("size");
    expect(new Set(long.map(({ status }) => status))).toEqual(
      new Set(["ok", "separation", "not-converged", "not-estimated"]),
    );
  });

  it("has the varied parameters under names that Stata takes, and the method that each is compared with", () => {
    expect(Object.keys(long[0]).slice(0, 7)).toEqual([
      "dataset",
      "cell",
      "dgm",
      "world",
      "firms",
      "decision_kind",
      "method",
    ]);
    expect(long[0]).toMatchObject({ firms: "300", decision_kind: "behavioural", world: "a, b" });
    expect(long.at(-1)).toMatchObject({ firms: "", decision_kind: "", reference: "canello-2022/C" });
    const referenceOf = (method: string) =>
      long.find((row) => row.method === method && row.estimand === "size")?.reference;
    expect(referenceOf("canello-2022/B")).toBe("canello-2022/C");
    expect(referenceOf("canello-2022/cox-yearly")).toBe("canello-2022/cox-yearly");
  });
});

it("the rows as they are have the varied parameters beside them", () => {
  const stored = parsed(textOf(storedGroups(design, source)));
  expect(stored).toHaveLength(rows.length);
  expect(stored[0]).toMatchObject({ cell: "0", replication: "1", status: "ok", firms: "300" });
});

/** Every number of a summary by a name; not-a-number and infinities are not told apart. */
function numbersOf(summary: StudySummary): Map<string, number> {
  const numbers = new Map<string, number>();
  const set = (name: string, value: number | undefined) =>
    numbers.set(name, value !== undefined && Number.isFinite(value) ? value : Number.NaN);
  const all = (name: string, measure: object) => {
    for (const [part, value] of Object.entries(measure)) {
      if (["value", "mcse", "low", "high", "mcseAnyShape"].includes(part)) set(`${name} ${part}`, value);
    }
  };
  for (const { cell, method, estimand, truth, estimate, measures, bounds, listWise } of summary.estimands) {
    const place = `${cell} ${method} ${estimand}`;
    for (const [name, of] of [
      ["case-wise", { truth, estimate, measures }],
      ["list-wise", listWise],
    ] as const) {
      if (of === null || ("valid" in of && of.valid === 0)) continue;
      set(`${place} ${name} truth value`, of.truth);
      all(`${place} ${name} estimate`, of.estimate);
      for (const [measure, value] of Object.entries(of.measures)) all(`${place} ${name} ${measure}`, value);
    }
    all(`${place} bounds rejection`, bounds.rejection);
    all(`${place} bounds coverage`, bounds.coverage);
  }
  for (const { cell, method, estimand, pairs, ...of } of summary.comparisons) {
    if (pairs === 0) continue;
    for (const measure of ["difference", "relativePrecision", "rejection", "coverage"] as const) {
      all(`${cell} ${method} ${estimand} paired ${measure}`, of[measure]);
    }
  }
  return numbers;
}

function numbersByR(script: string): Map<string, number> {
  const printed = execFileSync("Rscript", [script], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const numbers = new Map<string, number>();
  for (const { cell, method, estimand, set, measure, mcse_any_shape, ...parts } of parsed(printed)) {
    for (const part of ["value", "mcse", "low", "high"]) {
      numbers.set(`${cell} ${method} ${estimand} ${set} ${measure} ${part}`, numberOf(parts[part]));
    }
    numbers.set(`${cell} ${method} ${estimand} ${set} ${measure} mcseAnyShape`, numberOf(mcse_any_shape));
  }
  return numbers;
}

const numberOf = (text: string) => (text === "" ? Number.NaN : Number(text));

/** Of `found` only what `expected` has is looked at; what R has beyond it must be undefined. */
function expectSame(found: Map<string, number>, expected: Map<string, number>): void {
  expect(expected.size).toBeGreaterThan(0);
  const off: string[] = [];
  for (const [name, value] of expected) {
    const byR = found.get(name);
    const same =
      byR !== undefined &&
      (Number.isNaN(value)
        ? Number.isNaN(byR)
        : Math.abs(byR - value) <= 1e-9 * Math.max(1e-6, Math.abs(value)));
    if (!same) off.push(`${name}: ${value}, by R ${byR}`);
  }
  for (const [name, byR] of found)
    if (!expected.has(name) && !Number.isNaN(byR)) off.push(`${name}: by R only`);
  expect(off).toEqual([]);
}

describe.skipIf(!hasRscript)("the script for R", () => {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-export-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("finds every measure of the summary from the file alone, and no other", () => {
    writeFileSync(join(folder, 'odd "name".csv'), textOf(longGroups(design, source)));
    writeFileSync(join(folder, "summary.R"), summaryScript(design, 'odd "name".csv'));
    const expected = numbersOf(summarise(design, rows));
    expect(expected.size).toBeGreaterThan(1000);
    expectSame(numbersByR(join(folder, "summary.R")), expected);
  });
});

describe("bandwagon study export", () => {
  let bandwagon: ReturnType<typeof buildCommandLine>;
  let study: string;
  const studied = {
    aim: "Two clocks",
    dataGenerating: { scenario: "canello-2022/return", set: { firms: 150, recordedYears: 4 } },
    methods: ["canello-2022/cox-exact", "canello-2022/cox-yearly"],
    performance: PERFORMANCE_NAMES,
    replications: 12,
    seed: "2026",
  };
  beforeAll(async () => {
    bandwagon = buildCommandLine();
    study = join(bandwagon.folder, "out");
    const file = join(bandwagon.folder, "design.json");
    writeFileSync(file, JSON.stringify(studied));
    await bandwagon.run("study", "run", file, "--out", study);
  });
  afterAll(() => bandwagon.remove());

  it("writes the long format and a script beside it, by which R finds what summary.json has", async () => {
    const { code, stdout, stderr } = await bandwagon.run("study", "export", study);
    expect(code).toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toBe(`file: ${join(study, "rsimsum.csv")}\nfile: ${join(study, "summary.R")}\n`);
    if (!hasRscript) return;
    const summary = JSON.parse(readFileSync(join(study, "summary.json"), "utf8"), (_, value) =>
      value === null ? Number.NaN : value,
    );
    expectSame(numbersByR(join(study, "summary.R")), numbersOf(summary));
  });

  it("writes the rows as they are under a name of one's own", async () => {
    const out = join(bandwagon.folder, "deep", "mine.csv");
    expect((await bandwagon.run("study", "export", study, "--format", "csv", "--out", out)).code).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(readFileSync(join(study, "replications.csv"), "utf8"));
  });

  it("writes of a study that stops by a rule what its summary is of, once it has stopped", async () => {
    const file = join(bandwagon.folder, "until.json");
    const until = { every: 4, minimum: 4, mcse: { bias: 100 } };
    writeFileSync(file, JSON.stringify({ ...studied, until }));
    const out = join(bandwagon.folder, "until");
    expect((await bandwagon.run("study", "run", file, "--out", out)).code).toBe(0);
    expect((await bandwagon.run("study", "export", out)).code).toBe(0);
    const datasets = new Set(
      parsed(readFileSync(join(out, "rsimsum.csv"), "utf8")).map(({ dataset }) => dataset),
    );
    expect([...datasets]).toEqual(["1", "2", "3", "4"]);
    rmSync(join(out, "looks.json"));
    const unfinished = await bandwagon.run("study", "export", out);
    expect(unfinished).toMatchObject({ code: 1 });
    expect(unfinished.stderr).toContain("has not come to its end");
  });

  it("refuses another ending, and a folder that is no study's, or holds nothing yet", async () => {
    const ending = await bandwagon.run("study", "export", study, "--out", join(bandwagon.folder, "x.txt"));
    expect(ending).toMatchObject({ code: 2 });
    expect(ending.stderr).toContain("expected  a file name that ends in .csv");
    expect((await bandwagon.run("study", "export", join(bandwagon.folder, "dist"))).code).toBe(2);
    const empty = join(bandwagon.folder, "empty");
    mkdirSync(empty);
    writeFileSync(join(empty, "design.json"), readFileSync(join(study, "design.json")));
    const nothing = await bandwagon.run("study", "export", empty);
    expect(nothing).toMatchObject({ code: 1, stderr: `error: ${empty}: no replication is there yet\n` });
  });
});
