import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { scriptFile } from "../../../cli/exportScript/scriptFile.ts";
import { readTable } from "../../../cli/readTable.ts";
import { scriptRunner } from "./exportedFit.ts";

const runner = scriptRunner();
afterAll(runner.remove);

const heart = "docs/examples/heart.csv";

describe("the file a script reads", () => {
  it("is a CSV copy beside the script where the data are Parquet", async () => {
    const table = await readTable(heart, { missing: [] });
    const { parquetFile } = await import("../../../cli/plannedFiles.ts");
    const { writeFiles } = await import("../../../cli/writeFiles.ts");
    const path = join(runner.folder, "heart.parquet");
    await writeFiles([parquetFile(path, table)]);
    const { file, files } = await scriptFile(path, table, { missing: [], scriptPath: "out/check.R" });
    expect(file).toMatchObject({ path: "out/check.csv", copyOf: path, delimiter: ",", missing: [] });
    expect(files.map((each) => each.path)).toEqual(["out/check.csv"]);
  });

  it("is the user's own where it is text", async () => {
    const table = await readTable(heart, { missing: [] });
    const { file, files } = await scriptFile(heart, table, { missing: ["-"], scriptPath: "check.R" });
    expect(file).toMatchObject({ path: heart, copyOf: null, missing: ["-"], encoding: "utf-8" });
    expect(file.columns).toContainEqual({ name: "age", kind: "number" });
    expect(files).toEqual([]);
  });
});
