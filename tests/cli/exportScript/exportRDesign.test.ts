import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportR } from "../../../study/exportScript/exportR.ts";
import { type ExportedFit, requestOf, scriptRunner } from "./exportedFit.ts";
import { binary, cox, randomEffects, withR } from "./fitsOfFrames.ts";

const runner = scriptRunner();
afterAll(runner.remove);

const data = (name: string) => `tests/reference/${name}.csv`;
const heart = "docs/examples/heart.csv";

/** Terms that are combinations of others, and columns whose numbers are far apart. */
const fits: readonly (readonly [string, ExportedFit])[] = [
  [
    "a logit of which R would leave out another term",
    {
      path: data("probit-birthwt"),
      formula: "low ~ age + factor(race) + race",
      fit: binary({ link: "logit" }),
    },
  ],
  [
    "a Cox model of which R would leave out another term",
    {
      path: heart,
      formula: "Surv(start, stop, event) ~ factor(surgery) + surgery + age + strata(transplant)",
      fit: cox({}),
    },
  ],
  [
    "a probit of powers of a year",
    {
      path: data("probit-males"),
      formula: "union ~ year + I(year^2) + married",
      fit: binary({}),
    },
  ],
  [
    "a Cox model of start and stop with robust errors by row",
    {
      path: heart,
      formula: "Surv(start, stop, event) ~ age + transplant",
      fit: cox({ robust: true }),
    },
  ],
  [
    "a random effect beside an offset that makes hazards overflow",
    {
      path: data("probit-bacteria"),
      formula: "y ~ trt + offset(3 * late) + (1 | child)",
      fit: randomEffects({ link: "cloglog", quadratureNodes: 40 }),
    },
  ],
];

describe("an exported R script, where R on its own would do something else,", () => {
  const printed: string[] = [];
  beforeAll(async () => {
    if (!withR) return;
    const codes: string[] = [];
    for (const [, fit] of fits) codes.push(exportR(await requestOf(fit)));
    const { stdout, stderr } = await runner.runTogether(codes);
    expect(stderr).toBe("");
    printed.push(...stdout);
  }, 120_000);

  it.skipIf(!withR).each(fits.map(([name], at) => [name, at] as const))("agrees for %s", (_, at) => {
    expect(printed[at]).toContain("agreement within 1e-5: yes");
  });

  it.skipIf(!withR)("says which terms it leaves out as the fit did", () => {
    expect(printed[0]).toContain("left out here as in bandwagon");
  });
});
