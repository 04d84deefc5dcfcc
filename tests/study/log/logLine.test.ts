import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../study/log/canonicalJson.ts";
import { dataDigest, textDigest } from "../../../study/log/digest.ts";
import { type LoggedReplication, logLine, readLogLine } from "../../../study/log/logLine.ts";

const anyNumber = fc.double();
const plain = { noNullPrototype: true };
const anyRow = fc.record(
  {
    method: fc.string({ unit: "grapheme" }),
    estimand: fc.string(),
    truth: anyNumber,
    estimate: anyNumber,
    stdError: anyNumber,
    confLow: anyNumber,
    confHigh: anyNumber,
    pValue: anyNumber,
    status: fc.constantFrom("ok", "error"),
    message: fc.string({ unit: "grapheme" }),
  },
  plain,
);
const anyReplication: fc.Arbitrary<LoggedReplication> = fc.record(
  {
    cell: fc.string({ unit: "grapheme" }),
    replication: fc.integer({ min: 1, max: 1e7 }),
    rows: fc.array(anyRow, { maxLength: 4 }),
  },
  plain,
);

describe("a line of the log", () => {
  it("gives back every bit of what was written", () => {
    fc.assert(
      fc.property(anyReplication, (replication) => {
        const line = logLine(replication);
        expect(line.indexOf("\n")).toBe(line.length - 1);
        expect(readLogLine(line.slice(0, -1))).toStrictEqual(replication);
      }),
    );
  });

  it("is refused wherever it is cut", () => {
    const line = logLine({ cell: "world", replication: 3, rows: [] }).slice(0, -1);
    for (let length = 0; length < line.length; length++)
      expect(readLogLine(line.slice(0, length))).toBeNull();
  });

  it("is refused with any one character changed", () => {
    const line = logLine({ cell: "world", replication: 3, rows: [] }).slice(0, -1);
    for (let at = 0; at < line.length; at++) {
      const other = line[at] === "1" ? "2" : "1";
      expect(readLogLine(line.slice(0, at) + other + line.slice(at + 1))).toBeNull();
    }
  });
});

describe("a digest", () => {
  it("is SHA-256 as FIPS 180-4 has it", () => {
    expect(textDigest("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("of data does not depend on the order of names", () => {
    expect(dataDigest({ b: [1, { d: null, c: "x" }], a: true })).toBe(
      dataDigest({ a: true, b: [1, { c: "x", d: null }] }),
    );
    expect(dataDigest([1, 2])).not.toBe(dataDigest([2, 1]));
  });

  it("takes what JSON reads to what JSON reads", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
  });
});
