import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateCommand, shellWord } from "../../../study/estimate/estimateCommand.ts";

describe("the command that repeats a fit", () => {
  test("has the flags of the options that were given, and no other", () => {
    expect(estimateCommand("data.csv", "y ~ x", {})).toBe("bandwagon estimate data.csv 'y ~ x'");
    const options = { panel: "id,year", cluster: "a^b", effects: true, confidence: 0.9, na: "-,NA" } as const;
    expect(estimateCommand("my data.csv", "y ~ lag(x)", options)).toBe(
      "bandwagon estimate 'my data.csv' 'y ~ lag(x)' --panel id,year --na=-,NA --cluster 'a^b' --effects --confidence 0.9",
    );
    expect(estimateCommand("-x.csv", "y ~ x", {})).toBe("bandwagon estimate ./-x.csv 'y ~ x'");
  });

  test("hands every text on through a shell as it is", () => {
    const texts = fc.sample(fc.string({ unit: "grapheme" }), 100).filter((text) => !text.includes("\0"));
    const given = ["it's", '$HOME `x` "y" \\ !', "a\nb", "*", "~", "", ...texts];
    const line = `for each in ${given.map(shellWord).join(" ")}; do printf '%s\\0' "$each"; done`;
    expect(execFileSync("sh", ["-c", line]).toString().split("\0").slice(0, -1)).toEqual(given);
  });
});
