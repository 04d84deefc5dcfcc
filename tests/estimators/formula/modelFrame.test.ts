import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ModelFrameOptions, modelFrame } from "../../../estimators/formula/modelFrame.ts";
import { encodeLabels } from "../../../panel/encodeLabels.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import { InvalidInput } from "../../../scenarios/invalidInput.ts";
import { denseColumns } from "./denseColumns.ts";
import { reference, referenceTable, tableOf } from "./referenceTables.ts";

const firms = tableOf({
  y: [0, 1, 1, 0, 1, 0],
  size: [1, 2, null, 4, 5, 6],
  industry: ["footwear", "clothing", "footwear", null, "clothing", "footwear"],
  province: ["MI", "NA", "MI", "TV", "TV", "NA"],
  year: [2008, 2008, 2009, 2009, 2010, 2010],
  weight: [1, 0.5, 1, 2, 0, 3],
});

function refusal(run: () => unknown): InvalidInput {
  try {
    run();
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error("accepted");
}

const codes = (group: { codes: ArrayLike<number> } | null | undefined) => group && Array.from(group.codes);

describe("rows", () => {
  test("with a missing cell are left out and counted, a row for each of its missing cells", () => {
    const frame = modelFrame("y ~ size + industry", firms);
    expect(Array.from(frame.rowNumbers)).toEqual([0, 1, 4, 5]);
    expect(frame.dropped).toEqual({
      outsideSubset: 0,
      missing: 2,
      missingByExpression: [
        { expression: "size", rows: 1 },
        { expression: "industry", rows: 1 },
      ],
    });
  });

  test("are kept when the missing cell is in a column that nothing reads", () => {
    expect(modelFrame("y ~ year", firms).rows).toBe(6);
  });

  test("are left out for missing weights, offsets, clusters and groups too", () => {
    for (const [formula, options] of [
      ["y ~ year", { weights: "size" }],
      ["y ~ year", { cluster: "size" }],
      ["y ~ year + offset(size)", {}],
      ["y ~ year + cluster(size)", {}],
      ["y ~ year + (1 | size)", {}],
      ["y ~ weight | size^year", {}],
    ] as const) {
      expect(Array.from(modelFrame(formula, firms, options).rowNumbers), formula).toEqual([0, 1, 3, 4, 5]);
    }
  });

  test("with a missing cell are refused when asked to, with row and column of the file", () => {
    const error = refusal(() => modelFrame("y ~ size", firms, { missing: "refuse" }));
    expect(error.path).toBe('row 4, column "size"');
  });

  test("outside the subset are neither counted as missing nor looked at", () => {
    const frame = modelFrame("y ~ log(size - 1.5)", firms, { subset: "year > 2008" });
    expect(Array.from(frame.rowNumbers)).toEqual([3, 4, 5]);
    expect(frame.dropped).toMatchObject({ outsideSubset: 2, missing: 1 });
  });

  test("none of which is left are refused with the reasons", () => {
    const error = refusal(() => modelFrame("y ~ size", firms, { subset: "is.na(size)" }));
    expect(error.found).toBe("none of 6 rows left: 5 outside the subset, 1 with missing cells (size in 1)");
  });

  test("whose label is missing are neither equal nor unequal to one, but are not among those listed", () => {
    const rowsWhere = (subset: string) => Array.from(modelFrame("y ~ 1", firms, { subset }).rowNumbers);
    expect(rowsWhere("industry == 'footwear'")).toEqual([0, 2, 5]);
    expect(rowsWhere("industry != 'footwear'")).toEqual([1, 4]);
    expect(rowsWhere("!(industry %in% 'footwear')")).toEqual([1, 3, 4]);
    expect(rowsWhere("industry == industry")).toEqual([0, 1, 2, 4, 5]);
  });

  test.each(reference.conditions)("$data: where $condition, as in R", ({ data, condition, rows }) => {
    const outcome = data === "lung" ? "time" : "breaks";
    expect(
      Array.from(modelFrame(`${outcome} ~ 1`, referenceTable(data), { subset: condition }).rowNumbers),
    ).toEqual(rows);
  });
});

describe("cells that cannot be used are refused with row and column", () => {
  const spoilt = tableFromColumns([
    { name: "y", values: Uint8Array.of(0, 1, 1) },
    { name: "size", values: Float64Array.of(1, Number.POSITIVE_INFINITY, 3) },
    { name: "zero", values: Int32Array.of(1, 2, 0) },
    encodeLabels("income", ["12", "13.5", "unknown"]),
  ]);

  test.each([
    ["y ~ size", 'row 3, column "size"', "Inf"],
    ["y ~ size > 2", 'row 3, column "size"', "Inf"],
    ["y ~ exp(-size)", 'row 3, column "size"', "Inf"],
    ["y ~ log(zero)", 'row 4, column "log(zero)"', "-Inf"],
    ["y ~ sqrt(zero - 1)", 'row 4, column "sqrt(zero - 1)"', "no value: the operation is not defined there"],
    ["y ~ I(zero/zero)", 'row 4, column "zero/zero"', "no value: the operation is not defined there"],
    ["y ~ income", 'row 4, column "income"', '"unknown"'],
    ["y ~ log(income)", 'row 4, column "income"', '"unknown"'],
  ])("%s", (formula, path, found) => {
    const error = refusal(() => modelFrame(formula, spoilt));
    expect({ path: error.path, found: error.found }).toEqual({ path, found });
  });

  test.each([
    ["a word beside decimal commas", ["1,5", "2,25", "NA"], 4, "NA"],
    ["a thousand with a point", ["104", "13.909", "950"], 3, "13.909"],
    ["thousands and decimals", ["694,50", "1.019,29", "70.363,50"], 2, "694,50"],
    ["thousands with commas", ["1,104.5", "12", "1,234,567"], 2, "1,104.5"],
    ["a space that does not break", ["69", "10\u00a0269", "7\u202f941"], 3, "10\u00a0269"],
    ["a typographic minus", ["0.8", "\u22120.007", "0.5"], 3, "\u22120.007"],
    ["currencies", ["€19158", "12.50 €", "$5"], 2, "€19158"],
    ["percents", ["5%", "7 %", "9%"], 2, "5%"],
    ["a number too large", ["1", "2", "1e309"], 4, "1e309"],
  ])("%s", (_, cells, row, found) => {
    const table = tableFromColumns([
      { name: "y", values: Uint8Array.of(0, 1, 1) },
      encodeLabels("size", cells),
    ]);
    for (const formula of ["y ~ size", "y ~ sqrt(size)", "size ~ y"]) {
      const error = refusal(() => modelFrame(formula, table));
      expect(error).toMatchObject({ path: `row ${row}, column "size"`, found: JSON.stringify(found) });
    }
    expect(modelFrame("y ~ factor(size)", table).matrix.factors[0].levels.length).toBe(3);
  });

  test.each([
    ["codes with leading zeros", ["03123", "00123", "20100"]],
    ["times with leading zeros", ["09.30", "10.30", "11.15"]],
    ["whole numbers that were meant as labels", ["1", "2", "12"]],
    ["dates", ["2015-03-01", "01.03.2015", "1/3/15"]],
    ["size classes", ["0-9", "10-49", "250+"]],
    ["codes with letters", ["A1", "1A", "2B"]],
    ["versions", ["1.2.3", "1.2.4", "10.0.0"]],
  ])("but %s are labels", (_, cells) => {
    const table = tableFromColumns([
      { name: "y", values: Uint8Array.of(0, 1, 1) },
      encodeLabels("code", cells),
    ]);
    expect(modelFrame("y ~ code", table).matrix.factors[0].levels).toEqual([...cells].sort());
  });

  test("unless their row is left out anyway", () => {
    expect(modelFrame("y ~ size", spoilt, { subset: "zero != 2" }).rows).toBe(2);
    expect(modelFrame("y ~ log(zero)", spoilt, { subset: "zero > 0" }).rows).toBe(2);
  });

  test("but a few numbers among labels are labels", () => {
    const { matrix } = modelFrame("y ~ size", tableOf({ y: [0, 1, 1], size: ["12", "large", "small"] }));
    expect(matrix.factors[0].levels).toEqual(["12", "large", "small"]);
  });

  test("or factor() takes them as labels", () => {
    expect(denseColumns(modelFrame("y ~ factor(income)", spoilt)).map(({ name }) => name)).toEqual([
      "(Intercept)",
      "factor(income)13.5",
      "factor(income)unknown",
    ]);
  });
});

describe("the design", () => {
  test("holds a factor as codes of the levels that occur, by character code, the first being the reference", () => {
    const { matrix } = modelFrame("y ~ industry + year", firms);
    expect(matrix.factors).toEqual([
      { name: "industry", codes: Uint16Array.of(1, 0, 1, 0, 1), levels: ["clothing", "footwear"] },
    ]);
    expect(matrix.numeric.map(({ name }) => name)).toEqual(["year"]);
  });

  test("holds an interaction of factors as codes, and of a factor with numbers as columns", () => {
    const { matrix } = modelFrame("y ~ province:industry + province:year", firms);
    expect(matrix.factors.map(({ levels }) => levels.length)).toEqual([1 + 6]);
    expect(matrix.numeric.map(({ name }) => name)).toEqual([
      "provinceMI:year",
      "provinceNA:year",
      "provinceTV:year",
    ]);
  });

  test("shares the cells of a column that is used whole", () => {
    const column = firms.columns.get("year");
    expect(
      column?.kind === "integer" && modelFrame("y ~ year", firms).matrix.numeric[0].values === column.values,
    ).toBe(true);
  });

  test("names the levels that no row of the sample has", () => {
    const frame = modelFrame("y ~ province + factor(year, levels = c(2007, 2008, 2010))", firms, {
      subset: "province != 'TV'",
    });
    expect(frame.emptyLevels).toEqual([
      { variable: "province", level: "TV", isListed: false },
      { variable: "factor(year, levels = c(2007, 2008, 2010))", level: "2007", isListed: true },
    ]);
    expect(denseColumns(frame).map(({ name }) => name)).toEqual([
      "(Intercept)",
      "provinceNA",
      "factor(year, levels = c(2007, 2008, 2010))2010",
    ]);
  });

  test("takes a column of TRUE and FALSE for a logical, also as an outcome", () => {
    const table = tableOf({ active: ["TRUE", "FALSE", "TRUE"], x: ["a", "b", "a"] });
    expect(denseColumns(modelFrame("x ~ active", table))).toEqual([
      { name: "(Intercept)", values: [1, 1, 1] },
      { name: "activeTRUE", values: [1, 0, 1] },
    ]);
    expect(modelFrame("active ~ x", table).outcome).toMatchObject({
      values: Float64Array.of(1, 0, 1),
      event: "TRUE",
    });
    expect(modelFrame("x ~ active", table).outcome).toMatchObject({
      values: Float64Array.of(0, 1, 0),
      event: "b",
    });
  });

  test("compares logicals with TRUE, with a text and with numbers alike", () => {
    const table = tableOf({ active: ["TRUE", "FALSE", null], y: [1, 2, 3] });
    for (const condition of [
      "active == TRUE",
      "active == 'TRUE'",
      "active == 1",
      "active",
      "active %in% c(TRUE)",
      "active != FALSE",
    ]) {
      expect(Array.from(modelFrame("y ~ 1", table, { subset: condition }).rowNumbers), condition).toEqual([
        0,
      ]);
    }
    expect(Array.from(modelFrame("y ~ 1", table, { subset: "!(active %in% 'TRUE')" }).rowNumbers)).toEqual([
      1, 2,
    ]);
  });

  test("does not depend on the order of the summands, but for the order of its columns", () => {
    // With x always there: without it R codes the first factor that multiplies x by every level, and others not.
    const summands = [
      "wool",
      "factor(dose)",
      "wool:x",
      "x:factor(dose)",
      "log(x)",
      "(x > 2)",
      "(x > 2):x",
      "I(x^2)",
    ];
    const table = tableOf({
      y: [1, 2, 3, 4, 5, 6, 7, 8],
      wool: ["A", "B", "A", "B", "A", "B", "B", "A"],
      dose: [0.5, 1, 2, 0.5, 1, 2, 2, 1],
      x: [1, 2, 3, 4, 5, 1.5, 2.5, 3.5],
    });
    const shown = (terms: readonly string[]) =>
      denseColumns(modelFrame(`y ~ ${terms.join(" + ")}`, table))
        .map(({ name, values }) => `${name.split(":").sort().join(":")} ${values}`)
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(summands), fc.nat(summands.length), (others, place) => {
        const terms = others.toSpliced(place, 0, "x");
        expect(shown(terms)).toEqual(shown(["x", ...summands.filter((term) => others.includes(term))]));
      }),
      { numRuns: 100 },
    );
  });
});

describe("what stands beside the terms", () => {
  test("offsets are added up", () => {
    expect(modelFrame("y ~ offset(year) + offset(weight/2)", firms).offset).toEqual(
      Float64Array.of(2008.5, 2008.25, 2009.5, 2010, 2010, 2011.5),
    );
  });

  test("weights are a column or an expression, 0 or more", () => {
    expect(modelFrame("y ~ year", firms, { weights: "2 * weight" }).weights).toEqual(
      Float64Array.of(2, 1, 2, 4, 0, 6),
    );
    const error = refusal(() => modelFrame("y ~ year", firms, { weights: "weight - 1" }));
    expect(error.path).toBe('row 3, column "weight - 1"');
  });

  test("clusters, random effects and absorbed effects are groups of rows", () => {
    const frame = modelFrame(
      "y ~ weight + cluster(province) + (1 | year:province) | province^year + year",
      firms,
    );
    expect(codes(frame.cluster)).toEqual([0, 1, 0, 2, 2, 1]);
    expect(codes(frame.randomEffect)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(frame.absorbed.map(({ name, count }) => [name, count])).toEqual([
      ["province^year", 6],
      ["year", 3],
    ]);
    expect(codes(frame.absorbed[1])).toEqual([0, 0, 1, 1, 2, 2]);
    expect(codes(modelFrame("y ~ weight", firms, { cluster: "province" }).cluster)).toEqual([
      0, 1, 0, 2, 2, 1,
    ]);
    expect(frame.matrix.numeric.map(({ name }) => name)).toEqual(["weight"]);
  });

  test("absorbed effects take the place of the intercept, and factors are coded as if it were there", () => {
    const { matrix } = modelFrame("y ~ industry | province", firms);
    expect(matrix.intercept).toBe(false);
    expect(matrix.factors[0].levels).toEqual(["clothing", "footwear"]);
  });
});

describe("a Surv outcome", () => {
  const spells = tableOf({
    from: [0, 1, 2],
    to: [1, 3, 2],
    ended: [1, 2, 1],
    cause: ["x", "y", "x"],
    g: ["b", "a", "b"],
  });

  test("takes 1 and 2 as censored and event, also where the sample has but one of them", () => {
    const frame = modelFrame("Surv(to, ended) ~ 1", spells, { subset: "ended == 1" });
    expect(frame.outcome).toMatchObject({ event: Uint8Array.of(0, 0), start: null });
  });

  test("takes a comparison, and every row as an event when none is given", () => {
    expect(modelFrame('Surv(to, cause == "y") ~ 1', spells).outcome).toMatchObject({
      event: Uint8Array.of(0, 1, 0),
    });
    expect(modelFrame("Surv(to) ~ 1", spells).outcome).toMatchObject({ event: Uint8Array.of(1, 1, 1) });
  });

  test.each([
    ["Surv(from, to, ended) ~ g", 'row 4, column "to"', "an end at 2, not after the start at 2"],
    ["Surv(to, ended * 2) ~ g", 'row 2, column "ended * 2"', "2"],
    ["Surv(to, cause) ~ g", "formula, character 10", "cause, which holds labels"],
    ["Surv(g, ended) ~ from", "formula, character 6", "g"],
  ])("%s is refused", (formula, path, found) => {
    const error = refusal(() => modelFrame(formula, spells));
    expect({ path: error.path, found: error.found }).toEqual({ path, found });
  });
});

describe("what a formula cannot mean is refused with its place", () => {
  test.each<[string, number, string | RegExp, string | null, ModelFrameOptions?]>([
    ["y ~ sise", 5, 'no column named "sise"', "size"],
    ["y ~ year + log(Year)", 16, 'no column named "Year"', "year"],
    ["y ~ industry == 'fotwear'", 17, 'the label "fotwear"', "footwear"],
    ["y ~ industry %in% c('clothing', 'x')", 19, 'the label "x"', null],
    ["y ~ industry > 'a'", 5, "labels compared with >", null],
    ["y ~ year == 'a'", 5, 'year == "a", labels beside numbers', null],
    ["y ~ log(industry)", 9, "industry, which holds labels (footwear, clothing)", null],
    ["y ~ year + 2", 12, "the number 2 as a term", null],
    ["y ~ year * 2", 12, "the number 2 in a product of terms", null],
    ["y ~ year + size > 3", 5, "year + size > 3, a condition on a sum", null],
    ["y ~ size > 3 + year & y", 5, "size > 3 + year, a condition on a sum", null],
    ["y ~ year + !y + size", 12, "!y + size, a condition on a sum", null],
    ["y ~ (year + size)^1", 19, "the power 1", null],
    ["y ~ year^size", 10, "the power size", null],
    ["y ~ year:offset(size)", 10, "offset(size) in a product or behind a minus sign", null],
    ["y ~ year - cluster(size)", 12, "cluster(size) in a product or behind a minus sign", null],
    ["y ~ year + (size | province)", 13, "(size | province)", null],
    ["y ~ (1 | year) + (1 | province)", 19, "a second random effect", null],
    ["y ~ (1 | province/year)", 10, "province/year as a group", null],
    ["y ~ size | year * province", 12, "year * province as a group", null],
    ["y ~ strata(province)", 5, "strata(province)", null],
    ["y ~ log(strata(province))", 9, "strata() inside another expression", null],
    ["y ~ log(Surv(size, y))", 9, "Surv() inside another expression", null],
    ["y ~ I(year:size)", 7, "year:size in an expression", null],
    ["y ~ lag(size)", 5, "lag() without a panel", null],
    ["y ~ c(year, 1)", 5, "c(…)", null],
    ["y ~ I(2 > 1)", 5, "I(2 > 1) as a term", null],
    ["y ~ year + 'a'", 12, '"a" as a term', null],
    ["y ~ y + size", 5, "the outcome y among the terms", null],
    ["province ~ size", 1, "province with the labels MI, NA, TV", null],
    [
      "y ~ province",
      5,
      "province with the one level MI in the rows used",
      null,
      { subset: "province == 'MI'" },
    ],
    ["y ~ size", 1, "year", null, { subset: "year" }],
    ["y ~ size", 6, 'no column named "yeer"', "year", { subset: "1 == yeer" }],
    ["y ~ size", 1, "province, which holds labels", null, { weights: "province" }],
    ["y ~ lag(size, 0)", 15, "0", null, { panel: { id: "province", time: "year" } }],
  ])("%s", (formula, character, found, suggestion, options = {}) => {
    const error = refusal(() => modelFrame(formula, firms, options));
    expect({
      path: error.path.replace(/^\w+, /, ""),
      found: error.found,
      suggestion: error.suggestion,
    }).toEqual({
      path: `character ${character}`,
      found,
      suggestion,
    });
  });
});
