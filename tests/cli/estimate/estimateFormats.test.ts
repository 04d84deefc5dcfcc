import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  bandwagon = buildCommandLine();
});
afterAll(() => bandwagon.remove());

const births = "tests/reference/probit-birthwt.csv";

describe("a journal's table", () => {
  it("has a column a fit, in LaTeX", async () => {
    const { code, stdout } = await bandwagon.run(
      ...["estimate", births, "low ~ smoke", "low ~ smoke + lwt", "--format", "latex"],
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^% Needs/);
    expect(stdout).toContain("& (1) & (2) \\\\");
    expect(stdout).toMatch(/\nlwt & {2}& /);
    expect(stdout.endsWith("\\end{table}\n")).toBe(true);
  });

  it("is a page of its own, in HTML", async () => {
    const { stdout } = await bandwagon.run("estimate", births, "low ~ smoke", "--format", "html");
    expect(stdout).toMatch(/^<!DOCTYPE html>/);
    expect(stdout).toContain("smoke");
    expect(stdout.endsWith("</html>\n")).toBe(true);
  });
});

describe("the help", () => {
  it("shows every option under a heading, and the formulas of two models", async () => {
    const { code, stdout } = await bandwagon.run("estimate", "--help");
    expect(code).toBe(0);
    for (const heading of ["The model:", "The rows:", "The errors:", "After the fit:", "The report:"]) {
      expect(stdout).toContain(`\n${heading}\n`);
    }
    expect(stdout).toContain(
      '"active ~ lag(active) + initial(active) + size + factor(year) + (1 | pair)" --panel pair,year --cluster province',
    );
    expect(stdout).toContain(
      '"Surv(time, status == 2) ~ age + factor(sex) + strata(inst)" --ties efron --format json',
    );
  });
});
