import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../../panel/readCsv.ts";
import { column, numericValues } from "../../../panel/table.ts";
import { buildCommandLine } from "../commandLine.ts";
import { csvText } from "../csvText.ts";
import { estimated, expectNear, reference } from "./runEstimate.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
let separated = "";
beforeAll(() => {
  bandwagon = buildCommandLine();
  separated = join(bandwagon.folder, "separated.csv");
  const columns = { y: [0, 1, 0, 1, 1, 1, 0, 1], x: [0, 0, 0, 1, 0, 1, 0, 1], z: [1, 2, 3, 1, 5, 2, 4, 1] };
  writeFileSync(separated, csvText(columns));
});
afterAll(() => bandwagon.remove());

describe("quasi-separation", () => {
  it("is named with its terms; the others, and the log-likelihood, are those of the limit", async () => {
    const args = ["estimate", separated, "y ~ x + z", "--model", "logit"];
    const { code, stdout } = await bandwagon.run(...args, "--format", "json");
    expect(code).toBe(1);
    const found = JSON.parse(stdout);
    expect(found.warnings).toMatchObject([{ code: "quasi-separation", terms: ["x"] }]);
    const [intercept, x, z] = found.terms;
    expect(x).toMatchObject({ term: "x", estimate: null, infinite: "+" });
    // Those of the rows that x leaves open.
    const rest = await estimated(bandwagon, separated, "y ~ z", "--model", "logit", "--subset", "x == 0");
    expectNear(
      [intercept.estimate, z.estimate],
      rest.terms.map(({ estimate }) => estimate),
    );
    expectNear([found.logLikelihood], [rest.logLikelihood]);
    const table = await bandwagon.run(...args);
    expect(table.stdout).toMatch(/\nx +∞ /);
    expect(table.stdout.replace(/\s+/g, " ")).toContain("(--penalty firth)");
  });

  it("predicts certainty in the rows that are decided, and has residuals of 0 there", async () => {
    const [fitted, left] = ["limit.csv", "left.csv"].map((name) => join(bandwagon.folder, name));
    const files = ["--predict", fitted ?? "", "--residuals", left ?? ""];
    const args = ["estimate", separated, "y ~ x + z", "--model", "logit", ...files];
    expect((await bandwagon.run(...args)).code).toBe(1);
    const read = async (path = "") => readCsv(readFileSync(path, "utf8"));
    const probability = numericValues(column(await read(fitted), "probability"));
    const deviance = numericValues(column(await read(left), "deviance"));
    // The rows with x = 1.
    for (const row of [3, 5, 7]) {
      expect(probability[row]).toBe(1);
      expect(deviance[row]).toBe(0);
    }
    expect(probability[0]).toBeLessThan(1);
  });
});

describe("Firth's penalty", () => {
  it("gives the finite estimates of the reference where the likelihood of a Cox model is monotone", async () => {
    const { columns, fits } = reference("cox/firth-monotone");
    const path = join(bandwagon.folder, "firth.csv");
    writeFileSync(path, csvText(columns));
    const [expected] = fits;
    const ties = ["--ties", expected.ties, "--penalty", "firth"];
    const found = await estimated(bandwagon, path, "Surv(time, event) ~ age + sex + good", ...ties);
    expectNear(
      found.terms.map(({ estimate }) => estimate),
      expected.estimate,
      1e-5,
    );
  });

  it("is refused beside robust errors and the observed information", async () => {
    for (const [options, hint] of [
      [["--cluster", "z"], "clusters"],
      [["--robust", "HC0"], "--robust"],
      [["--information", "observed"], "--information expected"],
    ] as const) {
      const { code, stderr } = await bandwagon.run(
        ...["estimate", separated, "y ~ x", "--penalty", "firth", ...options],
      );
      expect(code).toBe(2);
      expect(stderr).toContain(hint);
    }
  });
});
