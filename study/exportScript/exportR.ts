import { log } from "../../numerics/elementary.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { ExportRequest } from "./exportRequest.ts";
import { linkOf } from "./linkOf.ts";
import { binaryCode, firthCode } from "./r/rBinary.ts";
import { COMPARE, KEPT } from "./r/rCommon.ts";
import { coxCode } from "./r/rCox.ts";
import { frailtyCode } from "./r/rFrailty.ts";
import { linearCode } from "./r/rLinear.ts";
import { randomEffectsCode } from "./r/rRandomEffects.ts";
import { selectionCode } from "./r/rSelection.ts";
import { type RSample, readingCode, rSample } from "./rSample.ts";
import { comment, rNumber, rText, rVector } from "./rText.ts";

/**
 * A script that repeats a fit in R, prints R's numbers beside ours, and ends with the largest relative difference; its
 * exit status is 1 where that is above 1e-5. It runs with `Rscript FILE.R` from the folder in which the command ran; a Cox
 * model needs R's recommended package survival, the others R alone.
 *
 * @throws InvalidInput for a model no script is written for.
 */
export function exportR(request: ExportRequest): string {
  const sample = rSample(request);
  return `${[
    header(request),
    request.result.model === "cox" ? `${SURVIVAL}\n${LOCALE}` : LOCALE,
    `# ---- data ${"-".repeat(87)}\n\n${readingCode(request.file)}\n\n${sample.code}`,
    `# ---- fit ${"-".repeat(88)}\n\n${fitCode(request, sample)}`,
    `# ---- comparison ${"-".repeat(81)}\n\n${ourNumbers(request)}\n\n${COMPARE}\n${ending(request)}`,
  ].join("\n\n")}\n`;
}

/** Texts as UTF-8, and their order by character code. */
const LOCALE = `invisible(suppressWarnings(c(Sys.setlocale("LC_CTYPE", "C.UTF-8"), Sys.setlocale("LC_COLLATE", "C"))))
options(contrasts = c("contr.treatment", "contr.poly"), warn = 1)`;

const SURVIVAL = `if (!requireNamespace("survival", quietly = TRUE)) stop("install Debian's r-recommended, or R's package survival")
suppressPackageStartupMessages(library(survival))`;

function header({ file, result }: ExportRequest): string {
  const lines = [
    "Repeats in R what bandwagon estimated, and compares.",
    `Model: ${result.model}; formula: ${result.formula}`,
    "Run it from the folder in which bandwagon ran: Rscript FILE.R",
    ...(file.copyOf === null
      ? []
      : [
          `${file.path} holds the columns in use of ${file.copyOf}: base R does not read that as bandwagon did.`,
        ]),
  ];
  return lines.map((line) => `# ${comment(line)}`).join("\n");
}

function fitCode(request: ExportRequest, sample: RSample): string {
  const { model, terms } = request.result;
  if (model === "selectionDuration") return modelCode(request, sample);
  const out = terms.filter(({ estimate }) => Number.isNaN(estimate)).map(({ term }) => rText(term));
  const named = out.length === 0 ? "character(0)" : rVector(out);
  const leftOut = `# Terms that bandwagon left out: collinear with others, or without a row.\nleft_out <- ${named}\n`;
  if (model === "cox") return (out.length === 0 ? "" : leftOut) + modelCode(request, sample);
  return `${leftOut}${KEPT}\n${modelCode(request, sample)}`;
}

function modelCode({ result, options }: ExportRequest, sample: RSample): string {
  const { model, randomEffect, information, frailty, selection } = result;
  const { weighted, clustered } = sample;
  const robust = result.robust === null ? null : { type: result.robust, clusters: clustered };
  if (model === "cox") {
    const left = result.terms.filter(({ estimate }) => Number.isNaN(estimate)).length;
    const leftOut = left > 0 && left < result.terms.length;
    const firth = result.penalty === "firth";
    return coxCode({ ties: result.ties ?? "efron", robust, weighted, firth, leftOut });
  }
  if (model === "linear") return linearCode({ robust, weighted, absorbed: sample.absorbed });
  if (model === "selectionDuration" && selection != null) {
    const { kind: dependence, atanh } = selection.dependence;
    const held = Number.isFinite(atanh) ? null : atanh > 0 ? 1 : -1;
    const pieces = { dependence, exponential: selection.shape === null, held } as const;
    return `${sample.selected}\n${selectionCode({ ...pieces, robust, weighted })}`;
  }
  const delayed = options.beforeEntry !== undefined;
  const variance = randomEffect?.sigma ?? frailty?.variance ?? 0;
  if (!Number.isFinite(variance) || (delayed && variance === 0)) {
    const found =
      variance === 0
        ? phrase`a variance of the groups of 0 beside rows before entry`
        : phrase`a variance of the groups without limit`;
    throw new InvalidInput({ path: "--export-r", found, expected: phrase`a fit with a variance above 0` });
  }
  if (variance > 0 && frailty != null) return frailtyCode({ robust, weighted, delayed });
  const link = model === "gammaFrailty" ? "cloglog" : linkOf(model);
  if (link === null) {
    throw new InvalidInput({
      path: "--export-r",
      found: phrase`the model ${model}`,
      expected: phrase`a model with a script in R`,
    });
  }
  if (variance > 0 && randomEffect !== null) {
    return randomEffectsCode({ link, nodes: randomEffect.quadrature, robust, weighted });
  }
  if (randomEffect !== null || frailty != null) {
    // Without a variance of the groups the estimates are those of the pooled model; the groups are still the clusters.
    const pooled = binaryCode({
      link,
      information: "observed",
      robust: robust && { ...robust, clusters: true },
      weighted,
    });
    const note = "# The groups' variance is 0: this is the model without them.";
    return [note, ...(robust === null || clustered ? [] : ["cluster <- group"]), pooled].join("\n");
  }
  if (result.penalty === "firth")
    return firthCode({ link, weighted, information: information ?? "expected" });
  return binaryCode({ link, information: information ?? "observed", robust, weighted });
}

/** The parameters beside the terms, in the order of the covariance. */
function furtherParameters({
  randomEffect,
  frailty,
  selection,
}: ExportRequest["result"]): [name: string, estimate: number][] {
  if (randomEffect !== null) return [["log(sigma)", log(randomEffect.sigma)]];
  if (frailty != null) return [["log(variance)", log(frailty.variance)]];
  if (selection == null) return [];
  const { shape, dependence } = selection;
  return [
    ...(shape === null ? [] : [["log(shape)", log(shape.estimate)] satisfies [string, number]]),
    ["atanh(dependence)", dependence.atanh],
  ];
}

function ourNumbers({ result }: ExportRequest): string {
  const { terms, covariance, robustCovariance, logLikelihood, observations } = result;
  const errorAt = (matrix: typeof robustCovariance, at: number) =>
    Math.sqrt(matrix?.[at]?.[at] ?? Number.NaN);
  const rows = [
    ...terms.map(({ term, estimate, stdError, robustStdError }) => ({
      term,
      estimate,
      stdError,
      robust: robustStdError ?? Number.NaN,
    })),
    ...furtherParameters(result).map(([term, estimate], further) => {
      const at = terms.length + further;
      return { term, estimate, stdError: errorAt(covariance, at), robust: errorAt(robustCovariance, at) };
    }),
  ];
  const column = (of: (row: (typeof rows)[number]) => number) =>
    rVector(
      rows.map((row) => rNumber(of(row))),
      "    ",
    );
  return `# What bandwagon found.
ours <- data.frame(
  term = ${rVector(
    rows.map(({ term }) => rText(term)),
    "    ",
  )},
  estimate = ${column(({ estimate }) => estimate)},
  std.error = ${column(({ stdError }) => stdError)},
  robust = ${column(({ robust }) => robust)})
our_log_likelihood <- ${rNumber(logLikelihood)}
our_rows <- ${observations}`;
}

/**
 * Where our estimates are infinite, or there are none, R's are where it stopped: then nothing is said to agree or not. A
 * term that is left out is left out by both.
 */
function ending({ result }: ExportRequest): string {
  const estimates = result.terms.map(({ estimate }) => estimate);
  const infinite = estimates.some((estimate) => Math.abs(estimate) === Number.POSITIVE_INFINITY);
  if (infinite || (estimates.length > 0 && estimates.every(Number.isNaN))) {
    return 'cat("bandwagon\'s fit has terms without a finite estimate: R stopped somewhere on the way to them\\n")';
  }
  return `if (any(is.na(ours$estimate) & !is.na(theirs$estimate))) largest <- Inf
cat("agreement within 1e-5:", if (isTRUE(largest <= 1e-5)) "yes" else "no", "\\n")
if (!isTRUE(largest <= 1e-5)) quit(status = 1)`;
}
