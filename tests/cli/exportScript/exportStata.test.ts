import { describe, expect, it } from "vitest";
import { parseFormula } from "../../../estimators/index.ts";
import type { ExportRequest } from "../../../study/exportScript/exportRequest.ts";
import { exportStata } from "../../../study/exportScript/exportStata.ts";

interface Asked {
  readonly columns?: ExportRequest["file"]["columns"];
  readonly file?: Partial<ExportRequest["file"]>;
  readonly options?: ExportRequest["options"];
  readonly result?: Partial<ExportRequest["result"]>;
  /** The label that is 1. */
  readonly event?: string;
  readonly weights?: Float64Array;
}

const numbers = (...names: string[]) => names.map((name) => ({ name, kind: "number" as const }));

/** The do-file of a formula, without its comments. */
function script(
  formula: string,
  { columns = [], file, options = {}, result, event, weights }: Asked,
): string[] {
  const request: ExportRequest = {
    file: {
      path: "data.csv",
      delimiter: ",",
      decimal: ".",
      encoding: "utf-8",
      missing: [],
      columns,
      copyOf: null,
      ...file,
    },
    frame: {
      formula: parseFormula(formula),
      ...(weights && { weights }),
      outcome: { kind: "values", name: "y", values: new Float64Array(0), event: event ?? null },
    },
    options,
    result: {
      model: "probit",
      formula,
      ties: null,
      information: "observed",
      penalty: null,
      observations: 10,
      robust: null,
      clusters: null,
      logLikelihood: -4.5,
      covariance: [],
      robustCovariance: null,
      terms: [{ term: "x", estimate: 1.25, stdError: 0.5, robustStdError: null }],
      randomEffect: null,
      ...result,
    },
  };
  return exportStata(request).split("\n");
}

describe("an exported do-file", () => {
  it("says that it was never run, reads the file, and shows our numbers", () => {
    const lines = script("y ~ x", { columns: numbers("y", "x") });
    expect(lines[0]).toContain("has not been run");
    expect(lines).toContainEqual(
      expect.stringMatching(/^import delimited using "data.csv", clear .*delimiters\(","\)/),
    );
    expect(lines).toContain("destring y x, replace");
    expect(lines).toContain("generate byte sample = !missing(x, y)");
    expect(lines).toContain("probit y x if sample");
    expect(lines).toContain('display "x: 1.25 (0.5)"');
    expect(lines).toContain('display "bandwagon: 10 observations, log-likelihood -4.5"');
  });

  it("writes factors, interactions, conditions and powers in Stata's notation", () => {
    const columns = [...numbers("y", "x", "k"), { name: "land", kind: "label" as const }];
    const lines = script('y ~ x * factor(k) + I(log(x) > 1) + (land == "AT") + land', { columns });
    expect(lines).toContain("egen g_k = group(k), label");
    expect(lines).toContain('generate double land_AT = land == "AT" if !missing(land)');
    expect(lines).toContain("generate double I_log_x_1 = (ln(x) > 1) if !missing(x)");
    expect(lines).toContain("probit y x i.g_k I_log_x_1 land_AT i.g_land c.x#i.g_k if sample");
  });

  it("keeps the levels of a factor in the order asked for", () => {
    const lines = script("y ~ factor(k, levels = c(3, 1))", { columns: numbers("y", "k") });
    expect(lines).toContain("replace g_factor_k_levels_c_3_1 = 1 if k == 3");
    expect(lines).toContain("replace g_factor_k_levels_c_3_1 = 2 if k == 1");
    expect(lines).toContain("generate byte sample = !missing(k, y) & !missing(g_factor_k_levels_c_3_1)");
  });

  it("makes lags, initial values and means over the sample without the first period", () => {
    const lines = script("y ~ lag(y) + initial(y) + mean(x) + (1 | firm)", {
      columns: numbers("y", "x", "firm", "year"),
      options: { panel: { id: "firm", time: "year" }, subset: "year < 9" },
      result: { model: "randomEffectsProbit", randomEffect: { sigma: 0.5, quadrature: 12 } },
    });
    expect(lines).toContain("xtset unit time_of_row");
    expect(lines).toContain("generate double lag_y = L1.y");
    expect(lines).toContain("bysort unit (time_of_row): generate double initial_y = y[1]");
    expect(lines).toContain("generate byte in_mean_x = sample & time_of_row != first_time");
    const [sample, mean] = ["generate byte sample", "egen double mean_x"].map((start) =>
      lines.findIndex((line) => line.startsWith(start)),
    );
    expect(sample).toBeGreaterThan(0);
    expect(sample).toBeLessThan(mean ?? 0);
    expect(lines[sample ?? 0]).toContain("!missing(year) & (year < 9)");
    expect(lines).toContain(
      "xtprobit y lag_y initial_y mean_x if sample, re intmethod(aghermite) intpoints(12)",
    );
  });

  it("declares durations with delayed entry, ties, strata and clusters", () => {
    const lines = script("Surv(start, stop, event) ~ age + strata(sex) + cluster(id)", {
      columns: numbers("start", "stop", "event", "age", "sex", "id"),
      result: { model: "cox", ties: "exact", robust: "HC0", clusters: 5 },
    });
    expect(lines).toContain("stset stop if sample, failure(event_2) time0(start)");
    expect(lines).toContain("stcox age, exactp nohr strata(g_sex) vce(cluster cluster)");
    expect(lines).toContain("egen cluster = group(g_id)");
  });

  it("absorbs combinations, with weights", () => {
    const lines = script("y ~ x | a^b + t", {
      columns: numbers("y", "x", "a", "b", "t", "w"),
      options: { weights: "w", cluster: "a" },
      result: { model: "linear", robust: "HC1", clusters: 3 },
    });
    expect(lines).toContain(
      "reghdfe y x [pweight = weights] if sample, absorb(g_a#g_b g_t) keepsingletons vce(cluster cluster)",
    );
  });

  it("takes the expected information from glm", () => {
    const lines = script("y ~ x - 1", {
      columns: numbers("y", "x"),
      result: { model: "cloglog", information: "expected" },
    });
    expect(lines).toContain("glm y x if sample, family(binomial) link(cloglog) irls noconstant");
  });

  it("repeats rows where a command takes no weights, and refuses weights that are no counts", () => {
    const asked = {
      columns: numbers("y", "x", "g", "w"),
      options: { weights: "w" },
      result: { model: "randomEffectsLogit", randomEffect: { sigma: 0.5, quadrature: 12 } },
    };
    const lines = script("y ~ x + (1 | g)", { ...asked, weights: Float64Array.of(1, 3) });
    const at = lines.indexOf("expand weights if sample");
    expect(at).toBeGreaterThan(0);
    expect(lines.findIndex((line) => line.startsWith("xtlogit"))).toBeGreaterThan(at);
    expect(() => script("y ~ x + (1 | g)", { ...asked, weights: Float64Array.of(1, 0.5) })).toThrow(
      "not whole numbers",
    );
    const frailty = { model: "gammaFrailty", frailty: { variance: 1 } };
    expect(() =>
      script("y ~ x + (1 | g)", { ...asked, result: frailty, weights: Float64Array.of(1, 2) }),
    ).toThrow("gamma frailty");
  });

  it("names a model that Stata has no command for", () => {
    const columns = numbers("y", "x");
    const result = { penalty: "firth", model: "probit" } as const;
    expect(() => script("y ~ x", { columns, result })).toThrow("the model probit with the penalty firth");
    expect(() => script("y ~ x", { columns, result: { model: "selectionDuration" } })).toThrow(
      "selectionDuration",
    );
    expect(script("y ~ x", { columns, result: { ...result, model: "logit" } })).toContain(
      "firthlogit y x if sample",
    );
  });

  it("reads tabs, decimal commas, gzip, marks of missing cells, odd names and labels as outcome", () => {
    const columns = [...numbers("Größe in m", "if"), { name: "side", kind: "label" as const }];
    const lines = script("side ~ `Größe in m` + `if`", {
      columns,
      event: 'right "$x"',
      file: { path: "d.tsv.gz", delimiter: "\t", decimal: ",", encoding: "windows-1252", missing: ["-"] },
    });
    expect(lines).toContain('capture noisily shell gunzip -k "d.tsv.gz"');
    expect(lines).toContainEqual(
      expect.stringMatching(/using "d.tsv", .*delimiters\(tab\) encoding\("windows-1252"\)/),
    );
    expect(lines).toContain("keep Gr_e_in_m if_2 side");
    expect(lines).toContain("destring Gr_e_in_m if_2, replace dpcomma");
    expect(lines).toContain('  replace `variable\' = "" if `variable\' == "-"');
    expect(lines).toContain('generate double outcome = side == `"right "\\$x""\' if !missing(side)');
  });
});
