import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readOpenedTable } from "../../../study/estimate/readOpenedTable.ts";
import { mostTextBytes, openedData } from "../../../workers/lab/openedData.ts";

const text = `a,b\n${"1,2\n".repeat(1000)}`;
const read = async (content: string | Uint8Array<ArrayBuffer>, most: number) =>
  readOpenedTable(await openedData(new Blob([content]), "data.csv", () => {}, most), { missing: [] });

describe("how much text a page reads", () => {
  it("goes with the memory of the machine: 1 GB with 8 GB or where nothing is told, less with less", () => {
    expect(mostTextBytes(8)).toBe(1e9);
    expect(mostTextBytes(4)).toBe(5e8);
    expect(mostTextBytes()).toBe(1e9);
  });

  it("is refused beyond that, with both sizes and why", async () => {
    await expect(read(text, 1e3)).rejects.toThrow(
      /^data\.csv: found 0\.000004 GB of text or more; expected at most 0\.000001 GB in a browser on this machine, because reading takes up to 3\.2 times as much memory/,
    );
    expect((await read(text, 1e4)).rows).toBe(1000);
  });

  it("is counted as it is decompressed", async () => {
    const small = new Uint8Array(gzipSync(text));
    expect(small.byteLength).toBeLessThan(1e3);
    await expect(read(small, 1e3)).rejects.toThrow("of text or more");
  });
});
