import type { ResolvedDesign } from "../../study/cells.ts";
import { rText } from "../../study/exportScript/rText.ts";

/**
 * A script in base R that recomputes every measure of a study from its long format, without anything of ours: the
 * formulas of docs/methods.md, section 6, once more.
 */
export function summaryScript({ design }: ResolvedDesign, dataFile: string): string {
  return `# The measures of a study, recomputed with base R from ${comment(dataFile)}.
#   Rscript summary.R > measures.csv
# or, in this folder, source() it and look at the data frame \`measures\`. Sets: "case-wise" (each method over its own valid
# replications), "list-wise" (those in which every compared method is valid), "bounds" (what rejection and coverage
# would be had the failures gone one way or the other) and "paired" (a method less its reference, both valid).
#
# With the package rsimsum, one world, estimand and reference at a time (a world may have methods of its own):
#   one <- subset(d, world == "..." & estimand == "..." & reference == "...")
#   rsimsum::simsum(one, estvarname = "estimate", se = "se", true = "truth", methodvar = "method", by = "cell",
#                   ref = one$reference[1], ci.limits = c("conf_low", "conf_high"))
# In Stata (neither was at hand to be tried), after import delimited ${comment(dataFile)}, case(preserve):
#   keep if world == "..." & estimand == "..." & reference == "..."
#   simsum estimate, true(truth) se(se) methodvar(method) id(dataset) by(cell) mcse

alpha <- ${design.alpha}
script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
folder <- if (length(script) == 1) dirname(script) else "."
d <- read.csv(file.path(folder, ${rText(dataFile)}), na.strings = "", stringsAsFactors = FALSE, encoding = "UTF-8")
numeric_columns <- c("truth", "estimate", "se", "conf_low", "conf_high", "p_value")
d[numeric_columns] <- lapply(d[numeric_columns], as.numeric)

one <- function(measure, value, mcse = NA, low = NA, high = NA, mcse_any_shape = NA) {
  data.frame(measure, value, mcse, low, high, mcse_any_shape)
}
share <- function(measure, count, total) {
  p <- count / total
  z <- qnorm(0.975)
  centre <- (p + z^2 / (2 * total)) / (1 + z^2 / total)
  half <- z / (1 + z^2 / total) * sqrt(p * (1 - p) / total + z^2 / (4 * total^2))
  one(measure, p, sqrt(p * (1 - p) / total), if (count == 0) 0 else centre - half, if (count == total) 1 else centre + half)
}
undefined <- function(measure) one(measure, NA)
kurtosis <- function(x) mean((x - mean(x))^4) / mean((x - mean(x))^2)^2

# \`ok\`: the rows with an estimate; \`replications\`: how many there are in all.
measures_of <- function(ok, replications) {
  n <- nrow(ok)
  error <- ok$estimate - ok$truth
  has_truth <- !anyNA(ok$truth)
  has_test <- !anyNA(ok$p_value)
  spread <- if (has_truth) error else ok$estimate
  with_se <- !is.na(ok$se)
  inner <- ok[with_se, ]
  variance <- inner$se^2
  model <- sqrt(mean(variance))
  empirical <- sd(spread)
  ratio <- model / empirical
  truth <- mean(ok$truth)
  relative <- mean(ok$estimate) / truth
  covers <- inner$conf_low <= inner$truth & inner$truth <= inner$conf_high
  shifted <- inner$truth + mean(error)
  hit <- ok[!is.na(ok$p_value) & ok$p_value <= alpha, ]
  exaggeration <- mean(abs(hit$estimate)) / mean(abs(hit$truth))
  # A ratio is above 0 on either side of its null, 1.
  has_sign <- has_truth && has_test && all(ok$truth != 0) && !startsWith(ok$estimand[1], "hazardRatio(")
  standardised <- variance / mean(variance)
  squares <- (spread - mean(spread))^2 / mean((spread - mean(spread))^2)
  any_shape <- var(variance) / (4 * length(variance) * model^4) + (kurtosis(spread) - 1) / (4 * n) -
    sum((standardised - 1) * squares[with_se]) / (2 * n * length(variance))
  rbind(
    one("truth", truth),
    one("estimate", mean(ok$estimate), sd(ok$estimate) / sqrt(n)),
    one("bias", mean(error), sd(error) / sqrt(n)),
    if (!has_truth || truth == 0) undefined("relativeBias") else
      one("relativeBias", relative - 1, sd(ok$estimate - relative * ok$truth) / (abs(truth) * sqrt(n))),
    one("empiricalSe", empirical, empirical / sqrt(2 * (n - 1)),
      mcse_any_shape = if (identical(empirical, 0)) 0 else empirical / 2 * sqrt(max(0, kurtosis(spread) - 1) / n)),
    one("modelSe", model, sqrt(var(variance) / (4 * length(variance) * model^2))),
    one("relativeError", 100 * (ratio - 1),
      100 * ratio * sqrt(var(variance) / (4 * length(variance) * model^4) + 1 / (2 * (n - 1))),
      mcse_any_shape = 100 * ratio * sqrt(max(0, any_shape))),
    one("mse", mean(error^2), sd(error^2) / sqrt(n)),
    one("rmse", sqrt(mean(error^2)), sd(error^2) / sqrt(n) / (2 * sqrt(mean(error^2)))),
    if (has_truth) share("coverage", sum(covers), nrow(inner)) else undefined("coverage"),
    if (has_truth) share("biasEliminatedCoverage", sum(inner$conf_low <= shifted & shifted <= inner$conf_high), nrow(inner))
      else undefined("biasEliminatedCoverage"),
    if (has_test) share("rejection", nrow(hit), n) else undefined("rejection"),
    if (has_sign) share("typeS", sum(hit$estimate * hit$truth < 0), nrow(hit)) else undefined("typeS"),
    if (has_sign) one("typeM", exaggeration,
      sd(abs(hit$estimate) - exaggeration * abs(hit$truth)) / (mean(abs(hit$truth)) * sqrt(nrow(hit))))
      else undefined("typeM"),
    one("intervalWidth", mean(inner$conf_high - inner$conf_low),
      sd(inner$conf_high - inner$conf_low) / sqrt(nrow(inner))),
    share("convergence", n, replications)
  )
}

bounds_of <- function(ok, replications) {
  bounds <- function(measure, happened, known) {
    one(measure, NA, low = sum(happened) / replications, high = (sum(happened) + replications - known) / replications)
  }
  inner <- ok[!is.na(ok$se), ]
  rbind(
    bounds("rejection", ok$p_value <= alpha, nrow(ok)),
    bounds("coverage", if (anyNA(ok$truth)) NA else inner$conf_low <= inner$truth & inner$truth <= inner$conf_high,
      nrow(inner))
  )
}

# Rows of the same replications in the same order.
paired_of <- function(method, reference) {
  n <- nrow(method)
  has_truth <- !anyNA(method$truth) && !anyNA(reference$truth)
  b <- method$estimate - if (has_truth) method$truth else 0
  a <- reference$estimate - if (has_truth) reference$truth else 0
  difference <- method$estimate - reference$estimate
  ratio <- var(a) / var(b)
  square <- function(x) (x - mean(x))^2 / mean((x - mean(x))^2)
  any_shape <- mean((square(a) - square(b))^2)
  shares <- function(measure, here, there) {
    only <- c(sum(here & !there), sum(there & !here))
    pairs <- length(here)
    one(measure, (only[1] - only[2]) / pairs, sqrt(sum(only) - (only[1] - only[2])^2 / pairs) / pairs)
  }
  covers <- function(x) x$conf_low <= x$truth & x$truth <= x$conf_high
  both <- !is.na(method$se) & !is.na(reference$se)
  rbind(
    one("difference", mean(difference), sd(difference) / sqrt(n)),
    one("relativePrecision", 100 * (ratio - 1), 200 * ratio * sqrt(max(0, 1 - cor(a, b)^2) / (n - 1)),
      mcse_any_shape = 100 * ratio * sqrt(any_shape / n)),
    if (anyNA(method$p_value) || anyNA(reference$p_value)) undefined("rejection") else
      shares("rejection", method$p_value <= alpha, reference$p_value <= alpha),
    if (has_truth) shares("coverage", covers(method[both, ]), covers(reference[both, ])) else undefined("coverage")
  )
}

found <- list()
add <- function(rows, set, measured) {
  found[[length(found) + 1]] <<- data.frame(rows[1, c("cell", "dgm", "method", "estimand")], set, measured, row.names = NULL)
}
key <- paste(d$cell, d$estimand, d$reference, sep = "\\r")
for (compared in split(d, factor(key, levels = unique(key)))) {
  by_method <- split(compared, factor(compared$method, levels = unique(compared$method)))
  given <- tapply(compared$converged, compared$dataset, sum)
  complete <- as.integer(names(given)[given == length(by_method)])
  for (rows in by_method) {
    ok <- rows[rows$converged == 1, ]
    if (nrow(ok) == 0) next
    add(rows, "case-wise", suppressWarnings(measures_of(ok, nrow(rows))))
    add(rows, "bounds", bounds_of(ok, nrow(rows)))
    if (length(by_method) == 1) next
    listed <- ok[ok$dataset %in% complete, ]
    if (nrow(listed) > 0) add(rows, "list-wise", suppressWarnings(measures_of(listed, nrow(rows))))
    if (rows$reference[1] == rows$method[1]) next
    reference <- by_method[[rows$reference[1]]]
    reference <- reference[reference$converged == 1, ]
    pairs <- intersect(ok$dataset, reference$dataset)
    if (length(pairs) == 0) next
    method <- ok[match(pairs, ok$dataset), ]
    reference <- reference[match(pairs, reference$dataset), ]
    add(rows, "paired", suppressWarnings(paired_of(method, reference)))
  }
}
measures <- do.call(rbind, found)
if (length(script) == 1) {
  # All digits.
  numbers <- vapply(measures, is.numeric, logical(1))
  measures[numbers] <- lapply(measures[numbers], function(x) ifelse(is.finite(x), sprintf("%.17g", x), ""))
  write.csv(measures, row.names = FALSE, na = "", quote = which(!numbers))
}
`;
}

/** A name in a comment: it cannot end the line. */
function comment(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, "?");
}
