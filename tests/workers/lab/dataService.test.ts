import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import type {
  DataJob,
  DataProgress,
  DataRequest,
  DataResult,
  ModelRequest,
} from "../../../workers/lab/dataJobs.ts";
import { dataService } from "../../../workers/lab/dataService.ts";
import { parquetBytes } from "../../panel/parquetBytes.ts";

const plain = { missing: [], decimal: null } as const;

function request(text: BlobPart, name = "data.csv", reading: DataRequest["reading"] = plain): DataRequest {
  return { id: 1, source: { kind: "file", file: new File([text], name) }, reading };
}

async function ask<Kind extends DataJob["kind"]>(
  job: Extract<DataJob, { kind: Kind }>,
): Promise<Extract<DataResult, { kind: Kind }>> {
  const runner = await dataService.prepare(null);
  const result = await runner(job, () => {}, new AbortController().signal);
  // A job is answered by a result of its kind.
  return result as Extract<DataResult, { kind: Kind }>;
}

const read = async (data: DataRequest) => (await ask({ kind: "read", data })).summary;
const estimate = async (data: DataRequest, model: ModelRequest) =>
  (await ask({ kind: "estimate", data, model })).answer;
const exported = async (data: DataRequest, model: ModelRequest, what: "r" | "stata" | "csv") =>
  (await ask({ kind: "export", data, model, what })).files;

const lung = readFileSync("docs/examples/lung.csv");
const lungRequest = request(lung, "lung.csv", { missing: ["NA"], decimal: null });
const cox = {
  formula: "Surv(time, status == 2) ~ age + factor(sex)",
  options: { confidence: 0.95 },
} satisfies ModelRequest;

describe("a file of the reader's", () => {
  test("is told with its columns, kinds, missing cells, levels and first rows", async () => {
    const summary = await read(request("firm,year,active,size\nA,2001,1,3.5\nB,2001,0,\n"));
    expect(summary).toMatchObject({ rows: 2, format: "text", name: "data.csv", marks: [] });
    expect(summary.columns).toMatchObject([
      { name: "firm", kind: "category", missing: 0, labels: 2, levels: ["A", "B"] },
      { name: "year", kind: "integer", min: 2001, max: 2001 },
      { name: "active", kind: "indicator", mean: 0.5 },
      { name: "size", kind: "number", missing: 1, mean: 3.5 },
    ]);
    expect(summary.preview).toEqual([
      ["A", "2001", "1", "3.5"],
      ["B", "2001", "0", null],
    ]);
  });

  test("says how far its reading is", async () => {
    const runner = await dataService.prepare(null);
    const shares: number[] = [];
    const report = (progress: DataProgress) => {
      if (progress.kind === "reading") shares.push(progress.share);
    };
    await runner(
      { kind: "read", data: request("a\n".repeat(800_000)) },
      report,
      new AbortController().signal,
    );
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(1);
  });

  test("may be gzipped, in Latin-1, with a byte order mark, with decimal commas, without rows, or of one column", async () => {
    expect((await read(request(gzipSync(lung), "lung.csv.gz"))).rows).toBe(228);
    const latin = await read(request(new Uint8Array([0x61, 0x2c, 0x62, 0x0a, 0xe8, 0x2c, 0x31, 0x0a])));
    expect(latin.columns[0]?.levels).toEqual(["è"]);
    expect((await read(request("\uFEFFa,b\n1,2\n"))).columns[0]?.name).toBe("a");
    expect((await read(request("a;b\n1,5;2,5\n"))).columns[0]).toMatchObject({ kind: "number", mean: 1.5 });
    expect(await read(request("a,b\n"))).toMatchObject({ rows: 0, preview: [] });
    expect((await read(request("a\n1\n2\n"))).columns).toHaveLength(1);
  });

  test("has texts that look like formulas or pages, which stay texts", async () => {
    const cells = ['=HYPERLINK(""x"")', "<img src=x onerror=alert(1)>"];
    const summary = await read(request(`a,b\n"${cells[0]}",${cells[1]}\n`));
    expect(summary.preview[0]).toEqual(['=HYPERLINK("x")', cells[1]]);
  });

  test("may have 10,000 columns", async () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
    const summary = await read(request(`${names.join()}\n${names.map((_, at) => at).join()}\n`));
    expect(summary.columns).toHaveLength(10_000);
    expect(summary.preview[0]).toHaveLength(40);
  });

  test.each([
    ["nothing", "", /empty file/],
    ["a record too short", "a,b\n1,2\n3\n", /row 3.*1 cell/],
    ["a quote left open", 'a,b\n"1,2\n3,4\n', /row 2/],
    ["a spreadsheet", "PK\x03\x04\0\0", /spreadsheet.*CSV/],
    ["bytes of a picture", "\x89PNG\r\n\x1a\n\0\0", /binary file/],
    ["two columns of one name asked for", "a,a\n1,2\n", /a/],
  ])("is refused with its place where it holds %s", async (_, text, expected) => {
    await expect(read(request(text))).rejects.toThrow(expected);
  });

  test("tells which cells may be meant as missing, and reads them so when told", async () => {
    const asked = request(lung, "lung.csv");
    expect((await read(asked)).marks).toContainEqual({ column: "wt.loss", mark: "NA", cells: 14 });
    const summary = await read(lungRequest);
    expect(summary.marks).toEqual([]);
    expect(summary.columns.find(({ name }) => name === "wt.loss")).toMatchObject({
      kind: "number",
      missing: 14,
    });
  });
});

test("a Parquet file is read by its parts, and a script of it comes with a copy", async () => {
  const table = tableFromColumns([
    { name: "y", values: Uint8Array.from({ length: 40 }, (_, row) => Number((row * 7) % 5 < 2)) },
    { name: "x", values: Float64Array.from({ length: 40 }, (_, row) => (row * 3) % 11) },
  ]);
  const parquet = request(new Uint8Array(await parquetBytes(table)), "panel.parquet");
  expect(await read(parquet)).toMatchObject({
    format: "parquet",
    rows: 40,
    columns: [{ name: "y" }, { name: "x" }],
  });
  const files = await exported(parquet, { formula: "y ~ x", options: { confidence: 0.95 } }, "r");
  expect(files.map(({ name }) => name)).toEqual(["panel-fit.R", "panel-used.csv"]);
});

test("a gzip file that is cut short is refused as one", async () => {
  await expect(read(request(gzipSync(lung).subarray(0, 900), "lung.csv.gz"))).rejects.toThrow(
    /damaged or cut short/,
  );
});

describe("a model of a reader's file", () => {
  test("has R's numbers, survival curves that fall, and the command that repeats it", async () => {
    const { result, curves, command } = await estimate(lungRequest, cox);
    // coxph(Surv(time, status == 2) ~ age + factor(sex), lung)
    expect(result.terms.map(({ estimate }) => estimate.toFixed(6))).toEqual(["0.017045", "-0.513219"]);
    expect(result.proportionalHazards?.at(-1)?.term).toBe("GLOBAL");
    expect(curves).toHaveLength(1);
    const [first = 0, last = 1] = [curves[0]?.survival[0], curves[0]?.survival.at(-1)];
    expect(last).toBeLessThan(first);
    expect(command).toBe("bandwagon estimate lung.csv 'Surv(time, status == 2) ~ age + factor(sex)' --na NA");
  });

  test("has curves at the covariates asked for", async () => {
    const at = ["age=60,sex=1", "age=60,sex=2"];
    const { curves } = await estimate(lungRequest, { ...cox, options: { confidence: 0.95, at } });
    expect(curves.map((curve) => curve.at)).toEqual(at);
  });

  test("becomes scripts, with a copy of the data where they could not read those, and a table of its terms", async () => {
    const [script, ...copies] = await exported(lungRequest, cox, "r");
    expect(script?.text).toContain("coxph");
    expect(copies).toEqual([]);
    const utf16 = request(Buffer.from(`\uFEFF${lung}`, "utf16le"), "lung.txt", lungRequest.reading);
    const files = await exported(utf16, cox, "stata");
    expect(files.map(({ name }) => name)).toEqual(["lung-fit.do", "lung-used.csv"]);
    const [table] = await exported(lungRequest, cox, "csv");
    expect(table?.text).toMatch(/^term,estimate,stdError,.*hazardRatio/);
  });

  test("is refused with the place in its formula, or with the row that cannot be used", async () => {
    await expect(estimate(lungRequest, { ...cox, formula: "status ~ ag" })).rejects.toThrow(
      /no column named "ag"/,
    );
    await expect(estimate(lungRequest, { ...cox, formula: "status ~ age" })).rejects.toThrow(/row 2/);
  });
});

test("a power study of a panel is the one that design-from writes, with the commands that go on from it", async () => {
  const { answer } = await ask({
    kind: "design",
    data: { id: 3, source: { kind: "sample" }, reading: plain },
    design: {
      formula: "active ~ yLag + msePeersSameDestination + (1 | pair)",
      panel: "pair,year",
      map: [],
    },
  });
  expect(answer.found.carried.map(({ column }) => column)).toEqual(["yLag", "msePeersSameDestination"]);
  expect(JSON.parse(answer.file.text)).toEqual(JSON.parse(JSON.stringify(answer.found.design)));
  expect(answer.commands[0]).toBe(
    "bandwagon study design-from sample-panel.csv --panel pair,year --formula 'active ~ yLag + msePeersSameDestination + (1 | pair)' --out sample-panel-design.json",
  );
  expect(answer.commands.at(-1)).toBe("bandwagon power sample-panel-design.json --solve firms");
});

describe("the simulated panel", () => {
  const sample: DataRequest = { id: 2, source: { kind: "sample" }, reading: plain };

  test("is the same each time, and a probit finds that it depends on its past", async () => {
    const summary = await read(sample);
    expect(summary.rows).toBeGreaterThan(5_000);
    expect(summary.marks).toEqual([]);
    const { result } = await estimate(sample, {
      formula: "active ~ yLag + msePeersSameDestination + factor(year)",
      options: { confidence: 0.95, cluster: "pair", effects: true },
    });
    expect(result.terms.find(({ term }) => term === "yLag")?.estimate).toBeGreaterThan(1);
    expect(result.terms.find(({ term }) => term === "msePeersSameDestination")?.pValue).toBeLessThan(0.001);
    expect(result.averagePartialEffects?.[0]?.term).toBe("yLag");
  });
});
