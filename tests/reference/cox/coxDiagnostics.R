# Writes the reference values of the Cox tests that go beyond estimates: robust covariances, tests, residuals,
# concordance, the proportional-hazards test and survival curves. Run from the repository root with
#   Rscript tests/reference/cox/coxDiagnostics.R
# Data sets come from R's survival package; the rows used are written beside the values.
suppressMessages(library(survival))
control <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50)
folder <- "tests/reference/cox"

quoted <- function(x) paste0('"', x, '"')
array <- function(x) paste0("[", paste(x, collapse = ","), "]")
number <- function(x, digits = 17) {
  cell <- sprintf(paste0("%.", digits, "g"), as.numeric(x))
  cell[is.na(x)] <- "null"
  cell
}
numbers <- function(x, digits = 17) array(number(x, digits))
object <- function(...) {
  parts <- list(...)
  paste0("{", paste(paste0(quoted(names(parts)), ":", unlist(parts)), collapse = ",\n"), "}")
}
# Row by row.
rowwise <- function(x) as.vector(t(as.matrix(x)))
test <- function(x) object(statistic = number(x[1]), df = number(x[2]), pValue = number(x[3]))

proportionalHazards <- function(fit) {
  transforms <- c("km", "rank", "identity", "log")
  tables <- sapply(transforms, function(transform) {
    table <- cox.zph(fit, transform = transform)$table
    object(terms = array(quoted(rownames(table))), statistic = numbers(table[, 1]), df = numbers(table[, 2]),
      pValue = numbers(table[, 3]))
  })
  paste0("{", paste(paste0(quoted(transforms), ":", tables), collapse = ",\n"), "}")
}

curves <- function(fit, data, row) {
  one <- function(type) {
    curve <- survfit(fit, newdata = data[row, ], conf.type = type)
    kept <- curve$n.event > 0
    object(low = numbers(curve$lower[kept], 12), high = numbers(curve$upper[kept], 12))
  }
  curve <- survfit(fit, newdata = data[row, ])
  kept <- curve$n.event > 0
  object(row = row - 1, covariates = numbers(model.matrix(fit)[row, ]), time = numbers(curve$time[kept]),
    survival = numbers(curve$surv[kept], 12), cumulativeHazard = numbers(curve$cumhaz[kept], 12),
    stdError = numbers(curve$std.err[kept], 12), log = one("log"), loglog = one("log-log"), plain = one("plain"))
}

reference <- function(formula, data, ties) {
  environment(formula) <- environment()
  rowWeights <- if (is.null(data$weight)) rep(1, nrow(data)) else data$weight
  clustered <- !is.null(data$cluster)
  # The score test with zero coefficients needs no care: coxph starts there.
  fit <- if (clustered) coxph(formula, data = data, ties = ties, control = control, weights = rowWeights,
    cluster = cluster, x = TRUE, y = TRUE) else coxph(formula, data = data, ties = ties, control = control,
    weights = rowWeights, robust = TRUE, x = TRUE, y = TRUE)
  shown <- summary(fit)
  # coxph leaves the offset out of its robust score test; so it is made from the scores at zero coefficients.
  atZero <- coxph(formula, data = data, ties = ties, weights = rowWeights, x = TRUE, y = TRUE,
    control = coxph.control(iter.max = 0))
  scores <- as.matrix(residuals(atZero, type = "score")) * rowWeights
  if (clustered) scores <- rowsum(scores, data$cluster)
  robustScore <- drop(colSums(scores) %*% solve(crossprod(scores), colSums(scores)))
  if (is.null(data$offset)) stopifnot(all.equal(robustScore, unname(shown$robscore[1])))
  schoenfeld <- as.matrix(residuals(fit, type = "schoenfeld"))
  object(ties = quoted(ties), terms = array(quoted(names(coef(fit)))), estimate = numbers(coef(fit)),
    stdError = numbers(sqrt(diag(fit$naive.var))), robustStdError = numbers(sqrt(diag(fit$var))),
    covariance = numbers(fit$naive.var), robustCovariance = numbers(fit$var),
    logLikelihoodNull = number(fit$loglik[1]), logLikelihood = number(fit$loglik[2]),
    likelihoodRatio = test(shown$logtest), wald = test(c(fit$wald.test, length(coef(fit)), NA)),
    score = test(shown$sctest), robustScore = test(c(robustScore, ncol(scores), pchisq(robustScore, ncol(scores), lower.tail = FALSE))),
    concordance = object(estimate = number(fit$concordance["concordance"]),
      stdError = number(fit$concordance["std"]), concordant = number(fit$concordance["concordant"]),
      discordant = number(fit$concordance["discordant"]), tied = number(fit$concordance["tied.x"])),
    martingale = numbers(residuals(fit, type = "martingale"), 12),
    deviance = numbers(residuals(fit, type = "deviance"), 12),
    scoreResiduals = numbers(rowwise(residuals(fit, type = "score")), 12),
    dfbeta = numbers(rowwise(residuals(fit, type = "dfbeta")), 12),
    dfbetas = numbers(rowwise(residuals(fit, type = "dfbetas")), 12),
    schoenfeldTimes = numbers(as.numeric(rownames(schoenfeld)), 12),
    schoenfeld = numbers(rowwise(schoenfeld), 12),
    scaledSchoenfeld = numbers(rowwise(residuals(fit, type = "scaledsch")), 12),
    proportionalHazards = proportionalHazards(fit),
    curves = array(sapply(c(1, 5), function(row) curves(fit, data, row))))
}

case <- function(name, formula, data) {
  columns <- paste0(quoted(names(data)), ":", sapply(data, numbers))
  fits <- sapply(c("efron", "breslow"), function(ties) reference(formula, data, ties))
  writeLines(paste0("{\"name\":", quoted(name),
    ",\"call\":", quoted(paste0("coxph(", paste(deparse(formula), collapse = ""), ")")),
    ",\"R\":", quoted(as.character(getRversion())),
    ",\"survival\":", quoted(as.character(packageVersion("survival"))),
    ",\n\"columns\":{", paste(columns, collapse = ",\n"), "},\n\"fits\":", array(fits), "}"),
    file.path(folder, paste0("diagnostics-", name, ".json")))
}

complete <- na.omit(lung[, c("inst", "time", "status", "age", "sex", "ph.ecog", "ph.karno")])
names(complete) <- c("inst", "time", "status", "age", "sex", "ecog", "karno")

# Right-censored days with case weights and an offset; every row on its own.
case("weighted", Surv(time, event) ~ sex + ecog + karno + offset(offset),
  with(complete, data.frame(time, event = as.integer(status == 2), sex, ecog, karno, offset = (age - 60) / 50,
    weight = 0.5 + (inst %% 5) / 4)))

# Heavy ties (quarters of a year), case weights, clusters of subjects by institution.
case("quarters", Surv(time, event) ~ age + sex + ecog,
  with(complete, data.frame(time = ceiling(time / 91), event = as.integer(status == 2), age, sex, ecog,
    weight = 1 + inst %% 3, cluster = inst)))

# Start-stop rows with a time-varying covariate, clustered by subject.
case("heart", Surv(start, stop, event) ~ age + surgery + transplant,
  with(heart, data.frame(start, stop, event, age, surgery, transplant = as.integer(transplant == "1"),
    cluster = id)))

# Recurrent events of bladder cancer in months, stratified by their number, clustered by subject.
case("bladder", Surv(start, stop, event) ~ rx + size + number + strata(stratum),
  with(bladder2, data.frame(start, stop, event, rx, size, number, stratum = enum, cluster = id)))

# Two factors.
case("veteran", Surv(time, event) ~ karno + factor(trt) + factor(celltype),
  with(veteran, data.frame(time, event = status, karno, trt, celltype = as.integer(celltype) - 1L)))
