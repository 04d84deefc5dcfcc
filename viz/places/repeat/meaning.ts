import type { PlannedMethod, StudyLook } from "../../../workers/lab/studyJobs.ts";
import type { Format } from "../../i18n/format.ts";
import type { Translation } from "../../i18n/words.ts";
import type { resultWords } from "./resultWords.ts";

type ResultWords = Translation<(typeof resultWords)["en"]>;

/** Of the method whose estimates they are; null where it is not known. */
type MethodModel = PlannedMethod["model"] | null;

/** Why an estimand has no truth, and what can be told all the same. */
function noTruthText(model: MethodModel, { noTruth, noTruthOf }: ResultWords): string {
  return noTruthOf[model ?? ""] ?? noTruth;
}

type Measured = NonNullable<NonNullable<StudyLook["estimand"]>["measures"]["coverage"]>;

/** What the distribution means, in sentences; each rests on what the study found (`readingsOf`). */
export function meaningOf(
  look: StudyLook,
  model: MethodModel,
  words: ResultWords,
  format: Format,
): readonly string[] {
  const { estimand, readings, method, alpha } = look;
  if (method === null) return [];
  const { sentence } = words;
  const valid = method.replications - method.failed;
  const said = [sentence.start(format.count(valid), format.count(method.replications))];
  if (valid === 0 && method.replications > 0) return [...said, sentence.noneEstimated];
  if (estimand === null || readings === null) return said;
  if (readings.bias === "tooFew") return [...said, sentence.tooFew];
  const { bias, coverage, rejection } = estimand.measures;
  if (readings.bias === "none") said.push(sentence.right);
  else if (readings.bias !== "unknown" && bias !== undefined)
    said.push(sentence[readings.bias](format.number(Math.abs(bias.value)), format.number(bias.mcse, 2)));
  if (readings.bias === "unknown") said.push(noTruthText(model, words));
  if (readings.coverage !== "unknown" && coverage !== undefined)
    said.push(sentence.coverage(format.percent(coverage.value), format.percent(1 - alpha, 0)));
  if (rejection !== undefined && Number.isFinite(rejection.value)) {
    const share = format.percent(rejection.value);
    if (readings.rejection === "power") said.push(sentence.power(share));
    else if (readings.rejection === "unknown") said.push(sentence.significant(share));
    else said.push(sentence.falseAlarms(share));
  }
  return said;
}

/** The measures as rows of a table: name, value, Monte Carlo error, what it says. */
export function measureRows(
  look: StudyLook,
  model: MethodModel,
  words: ResultWords,
  format: Format,
): readonly string[][] {
  const { estimand, readings, alpha } = look;
  if (estimand === null || readings === null) return [];
  const { bias, empiricalSe, modelSe, coverage, rejection } = estimand.measures;
  const number = (value: number | undefined) => format.number(value ?? Number.NaN);
  const error = (value: number | undefined) => format.number(value ?? Number.NaN, 2);
  const share = (value: number | undefined) => format.percent(value ?? Number.NaN);
  // The error of a share of 0 or 1 is 0 by its formula, and says nothing.
  const shareError = (measure: Measured) =>
    measure.mcse === 0 && "low" in measure && "high" in measure
      ? words.from(share(Number(measure.low)), share(Number(measure.high)))
      : share(measure.mcse);
  const level = format.percent(1 - alpha, 0);
  const hasTruth = Number.isFinite(estimand.truth);
  return [
    [words.truth, number(estimand.truth), "", hasTruth ? words.truthSays : noTruthText(model, words)],
    [words.mean, number(estimand.estimate.value), error(estimand.estimate.mcse), words.meanSays],
    ...(bias === undefined
      ? []
      : [[words.bias, number(bias.value), error(bias.mcse), words.biasSays[readings.bias]]]),
    ...(empiricalSe === undefined
      ? []
      : [[words.empiricalSe, number(empiricalSe.value), error(empiricalSe.mcse), words.empiricalSeSays]]),
    ...(modelSe === undefined
      ? []
      : [
          [
            words.modelSe,
            number(modelSe.value),
            error(modelSe.mcse),
            words.modelSeSays[readings.standardError],
          ],
        ]),
    ...(coverage === undefined
      ? []
      : [
          [
            words.coverage,
            share(coverage.value),
            shareError(coverage),
            words.coverageSays[readings.coverage](level),
          ],
        ]),
    ...(rejection === undefined
      ? []
      : [
          [
            words.rejection,
            share(rejection.value),
            shareError(rejection),
            words.rejectionSays[readings.rejection](format.percent(alpha, 0)),
          ],
        ]),
  ];
}
