import { describe, expect, it } from "vitest";
import { emptyLogIndex } from "../../../study/log/logIndex.ts";

const entry = { file: 2, offset: 700, length: 90, checksum: "00000000000000ff" };

describe("the index of a study's logs", () => {
  it("finds a replication by its cell's place in the design", () => {
    const index = emptyLogIndex(["a", "b"], 3);
    expect(index.add({ ...entry, cell: "b", replication: 3 })).toBe("added");
    expect(index.locate(1, 3)).toEqual({ file: 2, offset: 700, length: 90 });
    expect([index.has(1, 3), index.has(1, 2), index.has(0, 3)]).toEqual([true, false, false]);
    expect(index.locate(0, 1)).toBeNull();
    expect(index.found).toBe(1);
  });

  it("does not take a replication of the next cell for one beyond the last of a cell", () => {
    const index = emptyLogIndex(["a", "b"], 3);
    index.add({ ...entry, cell: "b", replication: 1 });
    index.add({ ...entry, cell: "a", replication: 3 });
    expect([index.locate(0, 4), index.locate(1, 0)]).toEqual([null, null]);
    expect([index.has(0, 4), index.has(1, 0), index.has(1, 4), index.has(2, 1)]).toEqual(
      Array(4).fill(false),
    );
  });

  it("counts an equal copy once and refuses one that differs", () => {
    const index = emptyLogIndex(["a"], 1);
    index.add({ ...entry, cell: "a", replication: 1 });
    expect(index.add({ ...entry, file: 5, cell: "a", replication: 1 })).toBe("repeated");
    expect(index.add({ ...entry, checksum: "00000000000000fe", cell: "a", replication: 1 })).toBe("conflict");
    expect([index.found, index.repeated]).toEqual([1, 1]);
    expect(index.locate(0, 1)).toEqual({ file: 2, offset: 700, length: 90 });
  });

  it("leaves out what the design does not have", () => {
    const index = emptyLogIndex(["a"], 2);
    expect(index.add({ ...entry, cell: "c", replication: 1 })).toBe("outside");
    expect(index.add({ ...entry, cell: "a", replication: 3 })).toBe("outside");
    expect(index.add({ ...entry, cell: "a", replication: 0 })).toBe("outside");
    expect(index.found).toBe(0);
  });
});
