import type { FitTest } from "../../../estimators/index.ts";
import type { ShownResult } from "../../../workers/lab/dataJobs.ts";
import type { Format } from "../../i18n/format.ts";
import type { ResultWords } from "./resultWords.ts";

/** A number of a fit as it is read, with what it means. */
export interface NumberInWords {
  readonly name: string;
  readonly text: string;
  readonly why: string;
}

/** What a fit rests on: rows, groups, likelihood, tests. Those that the model does not have are left out. */
export function restsOn(result: ShownResult, words: ResultWords, format: Format): NumberInWords[] {
  const { names, explain } = words;
  const { observations, events, groups, clusters, randomEffect, linear, concordance, tests } = result;
  const number = (value: number) => format.number(value, 5);
  const line = (name: keyof ResultWords["names"], text: string, why: keyof ResultWords["explain"]) => ({
    name: names[name],
    text,
    why: explain[why],
  });
  const test = (name: "likelihoodRatio" | "wald" | "score" | "robustScore") => {
    const { [name]: found } = tests;
    if (found === null || !Number.isFinite(found.statistic)) return [];
    return [line(name, testText(found, words, format), "test")];
  };
  return [
    line("observations", format.count(observations), "observations"),
    ...(events === null ? [] : [line("events", format.count(events), "events")]),
    line("leftOut", leftOut(result, words, format), "leftOut"),
    ...(groups === null ? [] : [line("groups", format.count(groups), "groups")]),
    ...(randomEffect === null ? [] : randomEffectLines(randomEffect)),
    ...(clusters === null ? [] : [line("clusters", format.count(clusters), "clusters")]),
    ...(linear === null ? [] : linearLines(linear)),
    line("logLikelihood", likelihood(), "logLikelihood"),
    line("aic", `${format.fixed(result.aic, 2)}; ${format.fixed(result.bic, 2)}`, "aic"),
    ...(concordance === null
      ? []
      : [
          line(
            "concordance",
            words.errorText(number(concordance.estimate), format.number(concordance.stdError, 2)),
            "concordance",
          ),
        ]),
    ...test("likelihoodRatio"),
    ...test("wald"),
    ...test("score"),
    ...test("robustScore"),
    line("iterations", format.count(result.iterations), "iterations"),
  ];

  function likelihood(): string {
    const { logLikelihood, logLikelihoodNull } = result;
    const own = format.fixed(logLikelihood, 3);
    return logLikelihoodNull === null
      ? own
      : `${own}; ${words.withoutTerms(format.fixed(logLikelihoodNull, 3))}`;
  }

  function randomEffectLines(effect: NonNullable<ShownResult["randomEffect"]>): NumberInWords[] {
    const { sigma, sigmaStdError, rho, quadrature, quadratureError, test: sigmaTest } = effect;
    const change = quadratureError === null ? "–" : format.number(quadratureError, 2);
    return [
      line("sigma", words.errorText(number(sigma), format.number(sigmaStdError, 2)), "sigma"),
      line("rho", number(rho), "rho"),
      line("quadrature", words.nodes(format.count(quadrature), change), "quadrature"),
      ...(sigmaTest === null ? [] : [line("sigmaTest", testText(sigmaTest, words, format), "sigmaTest")]),
    ];
  }

  function linearLines(found: NonNullable<ShownResult["linear"]>): NumberInWords[] {
    const { absorbed, rSquared, withinRSquared, residualStdError } = found;
    const effects = absorbed.map(({ effects, levels }) => `${effects} (${format.count(levels)})`).join(", ");
    const within = absorbed.length === 0 ? "" : `; ${words.within(number(withinRSquared))}`;
    return [
      ...(absorbed.length === 0 ? [] : [line("absorbed", effects, "rSquared")]),
      line("rSquared", number(rSquared) + within, "rSquared"),
      line("residual", number(residualStdError), "residual"),
    ];
  }
}

function testText({ statistic, df, pValue }: FitTest, words: ResultWords, format: Format): string {
  return words.testText(format.fixed(statistic, 2), format.count(df), format.pValue(pValue));
}

function leftOut(result: ShownResult, { left }: ResultWords, format: Format): string {
  const { dropped, missing, outsideSubset, outsideWhere } = result;
  const reasons: string[] = [];
  if (outsideWhere > 0) reasons.push(left.where(format.count(outsideWhere)));
  if (outsideSubset > 0) reasons.push(left.subset(format.count(outsideSubset)));
  if (dropped > 0) {
    const cells = missing.map(({ expression, rows }) => left.cells(expression, format.count(rows)));
    reasons.push(left.missing(format.count(dropped), cells.join(", ")));
  }
  return reasons.length === 0 ? left.none : reasons.join("; ");
}
