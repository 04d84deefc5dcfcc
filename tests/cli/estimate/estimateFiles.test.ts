import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
let file = "";

beforeAll(() => {
  bandwagon = buildCommandLine();
  file = join(bandwagon.folder, "italian.csv");
  writeFileSync(file, "revenue;share\n104;0,5\n13.909;1,5\n950;2,5\n");
});
afterAll(() => bandwagon.remove());

const linear = ["--model", "linear", "--format", "json"];
const mean = (stdout: string) => JSON.parse(stdout).terms[0].estimate;

describe("a file with decimal commas and thousands", () => {
  it("has the decimals read", async () => {
    const { stdout } = await bandwagon.run("estimate", file, "share ~ 1", ...linear);
    expect(mean(stdout)).toBeCloseTo(1.5, 12);
  });

  it.each(["revenue ~ 1", "share ~ revenue"])("has the thousands refused in %s", async (formula) => {
    const { code, stderr } = await bandwagon.run("estimate", file, formula, ...linear);
    expect(code).toBe(2);
    expect(stderr).toContain('row 3, column "revenue"');
    expect(stderr).toContain('found     "13.909"');
    expect(stderr).toContain("factor(revenue) takes them as labels");
  });

  it("is read as it is said with --decimal", async () => {
    const { stdout } = await bandwagon.run("estimate", file, "revenue ~ 1", ...linear, "--decimal", ".");
    expect(mean(stdout)).toBeCloseTo((104 + 13.909 + 950) / 3, 10);
    const { code, stderr } = await bandwagon.run("estimate", file, "revenue ~ 1", "--decimal", ";");
    expect(code).toBe(2);
    expect(stderr).toContain("., ,");
  });
});

it("standard input is read as a file is", async () => {
  const line = 'cat "$3" | "$1" "$2" estimate - "share ~ 1" --model linear --format json';
  const { stdout } = await bandwagon.shell(line, file);
  expect(mean(stdout)).toBeCloseTo(1.5, 12);
});

it("a refusal says which file it means", async () => {
  const ragged = join(bandwagon.folder, "ragged.csv");
  writeFileSync(ragged, "y,x\n1,2\n3\n");
  const { code, stderr } = await bandwagon.run("estimate", ragged, "y ~ x");
  expect(code).toBe(2);
  expect(stderr).toContain(`error: ${ragged}: row 3`);
});
