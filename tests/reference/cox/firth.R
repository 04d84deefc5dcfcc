# Writes the reference values of Cox fits with Firth's penalty: run from the repository root with
#   Rscript tests/reference/cox/firth.R
# The penalised log-likelihood, l + log det(I) / 2, is read off coxph at fixed coefficients and maximised by brute
# force: numerical gradients of fourth order, and steps with the inverse information until they are below 1e-11.
suppressMessages(library(survival))
quoted <- function(x) paste0('"', x, '"')
array <- function(x) paste0("[", paste(x, collapse = ","), "]")
numbers <- function(x) array(sprintf("%.17g", as.numeric(x)))

at <- function(formula, data, ties, beta) {
  fit <- coxph(formula, data = data, ties = ties, init = beta, control = coxph.control(iter.max = 0))
  list(value = fit$loglik[1] - log(det(as.matrix(vcov(fit)))) / 2, covariance = as.matrix(vcov(fit)))
}

maximise <- function(formula, data, ties, k) {
  beta <- rep(0, k)
  for (iteration in 1:500) {
    gradient <- sapply(1:k, function(j) {
      h <- 0.002 * max(1, abs(beta[j])) * sqrt(at(formula, data, ties, beta)$covariance[j, j])
      value <- function(times) at(formula, data, ties, replace(beta, j, beta[j] + times * h))$value
      (8 * (value(1) - value(-1)) - (value(2) - value(-2))) / (12 * h)
    })
    covariance <- at(formula, data, ties, beta)$covariance
    step <- drop(covariance %*% gradient)
    beta <- beta + step
    if (max(abs(step) / sqrt(diag(covariance))) < 1e-10) break
  }
  beta
}

case <- function(name, formula, data, k, columns) {
  fits <- sapply(c("efron", "breslow"), function(ties) {
    beta <- maximise(formula, data, ties, k)
    best <- at(formula, data, ties, beta)
    paste0("{\"ties\":", quoted(ties), ",\"estimate\":", numbers(beta), ",\"covariance\":",
      numbers(best$covariance), ",\"logLikelihood\":", sprintf("%.17g", best$value),
      ",\"logLikelihoodNull\":", sprintf("%.17g", at(formula, data, ties, rep(0, k))$value), "}")
  })
  cells <- paste0(quoted(columns), ":", sapply(columns, function(column) numbers(data[[column]])))
  writeLines(paste0("{\"name\":", quoted(name), ",\"R\":", quoted(as.character(getRversion())),
    ",\"survival\":", quoted(as.character(packageVersion("survival"))), ",\n\"columns\":{",
    paste(cells, collapse = ",\n"), "},\n\"fits\":", array(fits), "}"),
    file.path("tests/reference/cox", paste0("firth-", name, ".json")))
}

# Chemotherapy of ovarian cancer: few events.
case("ovarian", Surv(time, event) ~ age + rx + residual, with(ovarian, data.frame(time = futime, event = fustat, age,
  rx, residual = resid.ds)), 3, c("time", "event", "age", "rx", "residual"))
# The first quarter of the lung patients in quarters of a year; those of ECOG 0 made to have no events: monotone.
early <- na.omit(lung[1:60, c("time", "status", "age", "sex", "ph.ecog")])
case("monotone", Surv(time, event) ~ age + sex + good, with(early, data.frame(time = ceiling(time / 91),
  event = as.integer(status == 2 & ph.ecog > 0), age, sex, good = as.integer(ph.ecog == 0))), 3,
  c("time", "event", "age", "sex", "good"))
