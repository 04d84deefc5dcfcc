import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";
import { csvText } from "../csvText.ts";
import { estimated } from "./runEstimate.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
let file = "";

/** Forty firms over four years; what is of the first year differs from the rest. */
beforeAll(() => {
  bandwagon = buildCommandLine();
  file = join(bandwagon.folder, "panel.csv");
  const cells = Array.from({ length: 160 }, (_, row) => ({
    firm: Math.floor(row / 4),
    year: 2000 + (row % 4),
    y: (Math.imul(row + 1, 2654435761) >>> 13) & 1,
    k: ["a", "b", "c"][row % 4 === 0 ? 0 : 1 + (row % 2)] ?? "",
  }));
  const column = (name: "firm" | "year" | "y" | "k") => cells.map((cell) => cell[name]);
  writeFileSync(
    file,
    csvText({ firm: column("firm"), year: column("year"), y: column("y"), k: column("k") }),
  );
});
afterAll(() => bandwagon.remove());

describe("--where and --subset", () => {
  const panel = ["--panel", "firm,year", "--model", "logit"];

  it("differ in what lag() sees: --subset chooses rows once the lag is known, --where before", async () => {
    const subset = await estimated(bandwagon, file, "y ~ lag(y)", ...panel, "--subset", "year > 2001");
    expect(subset).toMatchObject({ observations: 80, outsideSubset: 80, outsideWhere: 0, dropped: 0 });
    const where = await estimated(bandwagon, file, "y ~ lag(y)", ...panel, "--where", "year > 2001");
    expect(where).toMatchObject({ observations: 40, outsideSubset: 0, outsideWhere: 80, dropped: 40 });
    const both = await estimated(
      ...[bandwagon, file, "y ~ lag(y)", ...panel, "--where", "year > 2000", "--subset", "year > 2002"],
    );
    expect(both).toMatchObject({ observations: 40, outsideSubset: 80, outsideWhere: 40, dropped: 0 });
  });

  it("both leave out levels that no row has any more", async () => {
    for (const option of ["--where", "--subset"]) {
      const { terms } = await estimated(bandwagon, file, "y ~ k", "--model", "logit", option, 'k != "a"');
      expect(terms.map(({ term }) => term)).toEqual(["(Intercept)", "kc"]);
    }
  });

  it("are told apart in the table", async () => {
    const { stdout } = await bandwagon.run(
      ...["estimate", file, "y ~ lag(y)", ...panel, "--where", "year > 2000", "--subset", "year > 2002"],
    );
    expect(stdout).toMatch(/\nrows left out +40 by --where, 80 outside the subset\n/);
  });
});

describe("control characters in labels", () => {
  const clearScreen = "\x1B[2J";
  const csi = "\x9B2J";

  it("reach neither terminal nor JSON as they are", async () => {
    const path = join(bandwagon.folder, "hostile.csv");
    const k = Array.from(
      { length: 60 },
      (_, row) => ["a", `"b${clearScreen}\nx"`, `"c${csi}"`][row % 3] ?? "",
    );
    const y = k.map((_, row) => Number(row % 7 < 3));
    writeFileSync(path, csvText({ y, k }));
    const table = await bandwagon.run("estimate", path, "y ~ k", "--effects");
    expect(table.code).toBe(0);
    // Tab and line end are the only control characters of a table.
    expect(table.stdout).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(table.stdout).toContain("kb␛[2J␊x");
    const { stdout } = await bandwagon.run("estimate", path, "y ~ k", "--format", "json");
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(JSON.parse(stdout).terms[1].term).toBe(`kb${clearScreen}\nx`);
    expect(JSON.parse(stdout).terms[2].term).toBe(`kc${csi}`);
    const several = await bandwagon.run("estimate", path, "y ~ 1", "y ~ k");
    expect(several.stdout).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});
