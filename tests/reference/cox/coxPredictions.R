# Writes the reference values of predictions from Cox fits (predictions.json), on the data sets of coxDiagnostics.R, and of
# times that differ by rounding (nearTimes.json), and the test of proportional hazards of interactions as terms
# (hazardsOfTerms.json). Run from the repository root with
#   Rscript tests/reference/cox/coxPredictions.R
suppressMessages({ library(survival); library(jsonlite) })
control <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50)
folder <- "tests/reference/cox"
formulas <- list(
  weighted = Surv(time, event) ~ sex + ecog + karno + offset(offset),
  quarters = Surv(time, event) ~ age + sex + ecog,
  heart = Surv(start, stop, event) ~ age + surgery + transplant,
  bladder = Surv(start, stop, event) ~ rx + size + number + strata(stratum),
  veteran = Surv(time, event) ~ karno + factor(trt) + factor(celltype))
both <- function(prediction) list(fit = unname(prediction$fit), stdError = unname(prediction$se.fit))

cases <- list()
for (name in names(formulas)) for (ties in c("efron", "breslow")) {
  data <- as.data.frame(fromJSON(file.path(folder, paste0("diagnostics-", name, ".json")))$columns)
  data$weight_ <- if (is.null(data$weight)) rep(1, nrow(data)) else data$weight
  formula <- formulas[[name]]
  fit <- coxph(formula, data, weights = weight_, robust = FALSE, ties = ties, control = control, x = FALSE, y = TRUE)
  some <- head(data, 40)
  lp <- lapply(c(strata = "strata", sample = "sample", zero = "zero"), function(reference)
    both(predict(fit, newdata = some, type = "lp", se.fit = TRUE, reference = reference)))
  # Without se.fit coxph does not take the mean offset off; with it, it does.
  # The model's rows again as new data: without the tie correction of their own events.
  expected <- both(predict(fit, newdata = some, type = "expected", se.fit = TRUE))
  survival <- both(predict(fit, newdata = some, type = "survival", se.fit = TRUE))
  if (name == "weighted") {
    # predict adds a new row's offset to its risk instead of its logarithm (survival 3.5-3); survfit does not.
    at <- t(sapply(seq_len(nrow(some)), function(i) {
      curve <- survfit(fit, newdata = some[i, ])
      j <- findInterval(some$time[i], curve$time)
      c(curve$cumhaz[j], curve$std.err[j])
    }))
    expected <- list(fit = at[, 1], stdError = at[, 2])
    survival <- list(fit = exp(-at[, 1]), stdError = at[, 2] * exp(-at[, 1]))
  }
  # The model's rows as such. For rows with a start R's error is wrong (see the method), and the expectation is not.
  own <- list(lp = unname(head(predict(fit, type = "lp"), 40)),
    expected = lapply(both(predict(fit, type = "expected", se.fit = TRUE)), head, 40),
    survival = lapply(both(predict(fit, type = "survival", se.fit = TRUE)), head, 40))
  cases[[paste(name, ties)]] <- list(own = own, lp = lp, risk = both(predict(fit, newdata = some, type = "risk", se.fit = TRUE))$fit,
    expected = expected, survival = survival)
}
versions <- list(R = as.character(getRversion()), survival = as.character(packageVersion("survival")))
write_json(list(versions = versions, cases = cases), file.path(folder, "predictions.json"), digits = 14, auto_unbox = TRUE)

# Stretches of tenths that start at tenths: 0.4 + 0.2 is not 0.6. The test makes start and stop as here.
cut <- with(na.omit(lung[, c("time", "status", "age", "sex")]), data.frame(time, event = status - 1, age, sex))
cut$start <- (cut$time %% 5) / 10
cut$stop <- cut$start + ceiling(cut$time / 40) / 10
near <- lapply(c(fixed = TRUE, asGiven = FALSE), function(timefix) {
  fit <- coxph(Surv(start, stop, event) ~ age + sex, cut, control = coxph.control(eps = 1e-13, toler.chol = 1e-14,
    iter.max = 50, timefix = timefix))
  list(estimate = unname(coef(fit)), logLikelihood = fit$loglik[2], times = length(unique(survfit(fit)$time)))
})
write_json(list(versions = versions, columns = cut[, c("time", "event", "age", "sex")], fits = near),
  file.path(folder, "nearTimes.json"), dataframe = "columns", digits = NA, auto_unbox = TRUE)

# Interactions as one term: the data are those of diagnostics-veteran.json.
veteran <- as.data.frame(fromJSON(file.path(folder, "diagnostics-veteran.json"))$columns)
tables <- lapply(c(efron = "efron", breslow = "breslow"), function(ties) {
  fit <- coxph(Surv(time, event) ~ karno * factor(celltype) + factor(trt), veteran, ties = ties, control = control)
  table <- cox.zph(fit, transform = "log")$table
  list(terms = rownames(table), statistic = unname(table[, 1]), df = unname(table[, 2]), pValue = unname(table[, 3]))
})
write_json(list(versions = versions, tables = tables), file.path(folder, "hazardsOfTerms.json"), digits = NA, auto_unbox = TRUE)
