import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";
import { hasRscript } from "../rscript.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  bandwagon = buildCommandLine();
});
afterAll(() => bandwagon.remove());

const lung = "docs/examples/lung.csv";
const formula = "Surv(time, status == 2) ~ age + factor(sex) + strata(inst)";

describe("--export-r", () => {
  it.skipIf(!hasRscript)(
    "writes a script that repeats the fit in R and agrees, with the options it was made with",
    async () => {
      const script = join(bandwagon.folder, "fit.R");
      const rows = ["--na", "NA", "--where", "age > 45", "--subset", "ph.ecog < 2", "--cluster", "inst"];
      const { code } = await bandwagon.run("estimate", lung, formula, ...rows, "--export-r", script);
      expect(code).toBe(0);
      const printed = execFileSync("Rscript", ["--vanilla", script], { encoding: "utf8" });
      expect(printed).toContain("agreement within 1e-5: yes");
    },
  );

  it.skipIf(!hasRscript)("writes the data beside the script when they are Parquet", async () => {
    const panel = join(bandwagon.folder, "panel.parquet");
    await bandwagon.run("simulate", "canello-2022/eq1", "--set", "firms=150", "--out", panel);
    const script = join(bandwagon.folder, "probit.R");
    const args = ["estimate", panel, "active ~ yLag + msePeersSameDestination + factor(year)"];
    expect((await bandwagon.run(...args, "--export-r", script)).code).toBe(0);
    expect(existsSync(join(bandwagon.folder, "probit.csv"))).toBe(true);
    expect(execFileSync("Rscript", ["--vanilla", script], { encoding: "utf8" })).toContain(": yes");
  });

  it("is refused for a name that does not end in .R, and for several formulas; nothing is written", async () => {
    const text = join(bandwagon.folder, "fit.txt");
    const wrong = await bandwagon.run("estimate", lung, formula, "--export-r", text);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("ends in .R");
    const script = join(bandwagon.folder, "several.R");
    const several = await bandwagon.run("estimate", lung, formula, formula, "--export-r", script);
    expect(several.code).toBe(2);
    expect(several.stderr).toContain("one formula");
    expect([text, script].some(existsSync)).toBe(false);
  });

  it("does not write over a CSV file that the copy of Parquet data would replace unseen", async () => {
    const panel = join(bandwagon.folder, "other.parquet");
    await bandwagon.run("simulate", "canello-2022/eq1", "--set", "firms=150", "--out", panel);
    const own = join(bandwagon.folder, "mine.csv");
    writeFileSync(own, "a\n1\n");
    const script = join(bandwagon.folder, "mine.R");
    const refused = await bandwagon.run("estimate", panel, "active ~ yLag", "--export-r", script);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("mine.csv");
    expect(readFileSync(own, "utf8")).toBe("a\n1\n");
  });
});

it("--export-stata writes a do-file, and shares the copy of Parquet data with an R script of its name", async () => {
  const panel = join(bandwagon.folder, "shared.parquet");
  await bandwagon.run("simulate", "canello-2022/eq1", "--set", "firms=150", "--out", panel);
  const [r, stata] = ["both.R", "both.do"].map((name) => join(bandwagon.folder, name));
  const scripts = ["--export-r", r ?? "", "--export-stata", stata ?? ""];
  const { code, stderr } = await bandwagon.run("estimate", panel, "active ~ yLag", ...scripts);
  expect([code, stderr]).toEqual([0, ""]);
  const text = readFileSync(stata ?? "", "utf8");
  expect(text).toContain("probit active yLag");
  expect(text).toContain("both.csv");
  expect(existsSync(join(bandwagon.folder, "both.csv"))).toBe(true);
});
