# Writes docs/examples/lung.csv, as write.csv writes R's lung cancer data, and what R makes of it: run from the repository
# root with
#   Rscript tests/reference/estimate/lung.R
suppressMessages(library(survival))
write.csv(survival::lung, "docs/examples/lung.csv", row.names = FALSE)
control <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50)

number <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ","), "]")
object <- function(...) {
  fields <- list(...)
  paste0("{", paste0('"', names(fields), '":', fields, collapse = ",\n"), "}")
}

fit <- coxph(Surv(time, status == 2) ~ age + factor(sex) + strata(inst), lung, control = control)
s <- summary(fit)
zph <- cox.zph(fit, transform = "km")$table
logTest <- cox.zph(fit, transform = "log")$table

plain <- coxph(Surv(time, status == 2) ~ age + factor(sex), lung, control = control)
curve <- function(age, sex) {
  found <- summary(survfit(plain, newdata = data.frame(age = age, sex = sex)))
  object(time = number(found$time), survival = number(found$surv),
    confLow = number(found$lower), confHigh = number(found$upper))
}
smaller <- coxph(Surv(time, status == 2) ~ age, lung, control = control)

writeLines(object(
  R = paste0('"', getRversion(), '"'),
  survival = paste0('"', packageVersion("survival"), '"'),
  estimate = number(coef(fit)),
  covariance = number(as.vector(vcov(fit))),
  logLikelihood = number(fit$loglik),
  likelihoodRatio = number(s$logtest),
  wald = number(s$waldtest),
  score = number(s$sctest),
  concordance = number(s$concordance),
  proportionalHazards = object(statistic = number(zph[, 1]), df = number(zph[, 2]), pValue = number(zph[, 3])),
  proportionalHazardsLog = number(logTest[, 1]),
  curves = paste0("[", curve(60, 1), ",\n", curve(45.5, 2), "]"),
  nested = number(unlist(anova(smaller, plain)[2, 2:4]))
), "tests/reference/estimate/lung.json")
