# Reference values where binary models have no finite maximum, of the Firth-type penalty, and of Rao's score test. Reads
# endometrial.csv and ucb.csv beside itself and the data of tests/reference/probit.R; writes separation.json.
#
#   Rscript tests/reference/binary/separation.R
#
# Debian packages: r-base-core, r-cran-jsonlite.
#
# endometrial.csv: histology grade (HG) and risk factors of 79 cases of endometrial cancer, Heinze & Schemper (2002,
# Statistics in Medicine 21, 2409-2419), from the data of Agresti (2015, Foundations of Linear and Generalized Linear
# Models). NV = 1 predicts HG = 1 perfectly.
#
# The limit of a separated fit is glm's fit to the rows that are not separated, taken on by Newton's method with the observed
# information. The penalised fits maximise l + log |I| / 2 with the score below set to 0 by Newton's method with a numerical
# Jacobian, and checked here against what optim finds without any derivative. Neither logistf nor brglm2 is in Debian.

suppressPackageStartupMessages(library(jsonlite))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
endometrial <- read.csv(file.path(here, "endometrial.csv"))
ucb <- transform(read.csv(file.path(here, "ucb.csv")), department = factor(department))
read <- function(name) read.csv(file.path(here, "..", paste0("probit-", name, ".csv")))
birthwt <- transform(read("birthwt"), race = factor(race), visits = factor(ftv), premature = factor(ptl))
bacteria <- transform(read("bacteria"), trt = relevel(factor(trt), "placebo"))
names <- c("probit", "logit", "cloglog")

links <- list(
  probit = list(p = pnorm, density = dnorm, slope = function(x) -x * dnorm(x),
    l = function(y, x) pnorm((2 * y - 1) * x, log.p = TRUE)),
  logit = list(p = plogis, density = dlogis, slope = function(x) dlogis(x) * (1 - 2 * plogis(x)),
    l = function(y, x) plogis((2 * y - 1) * x, log.p = TRUE)),
  cloglog = list(p = function(x) -expm1(-exp(x)), density = function(x) exp(x - exp(x)),
    slope = function(x) exp(x - exp(x)) * (1 - exp(x)), l = function(y, x) ifelse(y == 1, log(-expm1(-exp(x))), -exp(x))))
score <- function(link, y, x) with(link, ifelse(y == 1, density(x) / p(x), -density(x) / (1 - p(x))))
curvature <- function(link, y, x) score(link, y, x)^2 - with(link, ifelse(y == 1, slope(x) / p(x), -slope(x) / (1 - p(x))))
errors <- function(v) unname(sqrt(diag(v)))

limit <- function(name, formula, data, weights = rep(1, nrow(data)), offset = rep(0, nrow(data))) {
  link <- links[[name]]; data$w_ <- weights; data$o_ <- offset
  fit <- suppressWarnings(glm(formula, binomial(name), data, weights = w_, offset = o_))
  X <- model.matrix(fit); y <- fit$y; b <- coef(fit)
  for (i in 1:20) {
    x <- drop(X %*% b) + offset
    b <- b + solve(crossprod(X, X * (weights * curvature(link, y, x))), crossprod(X, weights * score(link, y, x)))[, 1]
  }
  x <- drop(X %*% b) + offset
  expected <- crossprod(X, X * (weights * with(link, density(x)^2 / (p(x) * (1 - p(x))))))
  list(link = name, terms = colnames(X), estimate = unname(b), logLikelihood = sum(weights * link$l(y, x)), rows = nrow(X),
       stdErrorObserved = errors(solve(crossprod(X, X * (weights * curvature(link, y, x))))),
       stdErrorExpected = errors(solve(expected)))
}

# birthwt: the levels of two factors of counts in which nobody, or everybody, has the outcome.
pure <- function(level, y) names(which(tapply(y, level, function(v) length(unique(v)) == 1)))
kept <- with(birthwt, !(visits %in% pure(visits, low)) & !(premature %in% pure(premature, low)))
counts <- droplevels(birthwt[kept, ])
stopifnot(length(pure(counts$visits, counts$low)) == 0, length(pure(counts$premature, counts$low)) == 0)
weights <- 1 + (seq_len(nrow(birthwt)) - 1) %% 3
offset <- (birthwt$age - 20) / 50

penalized <- function(name, formula, data, weights = rep(1, nrow(data)), offset = rep(0, nrow(data))) {
  link <- links[[name]]
  frame <- model.frame(formula, data); X <- model.matrix(formula, frame); y <- model.response(frame)
  e <- function(x) with(link, density(x)^2 / (p(x) * (1 - p(x))))
  information <- function(x) crossprod(X, X * (weights * e(x)))
  value <- function(b) {
    x <- drop(X %*% b) + offset
    sum(weights * link$l(y, x)) + determinant(information(x))$modulus / 2
  }
  adjusted <- function(b) {
    x <- drop(X %*% b) + offset
    growth <- with(link, 2 * slope(x) / density(x) - density(x) / p(x) + density(x) / (1 - p(x)))
    leverage <- weights * e(x) * rowSums((X %*% solve(information(x))) * X)
    drop(crossprod(X, weights * score(link, y, x) + leverage * growth / 2))
  }
  solveFor <- function(free) {
    at <- function(part) { b <- rep(0, ncol(X)); b[free] <- part; b }
    start <- rep(0, length(free))
    # In units of the columns, without derivatives, then with them.
    unit <- apply(X, 2, function(column) if (sd(column) > 0) sd(column) else 1)[free]
    found <- optim(start, function(part) -value(at(part / unit)), method = "BFGS",
                   control = list(reltol = 1e-14, maxit = 5000))
    part <- found$par / unit
    for (i in 1:30) {
      h <- 1e-5 / unit
      J <- sapply(seq_along(part), function(j) {
        step <- replace(rep(0, length(part)), j, h[j])
        (adjusted(at(part + step))[free] - adjusted(at(part - step))[free]) / (2 * h[j])
      })
      part <- part - solve(matrix(J, length(part)), adjusted(at(part))[free])
    }
    stopifnot(max(abs(adjusted(at(part))[free] * unit)) < 1e-9, abs(value(at(part)) + found$value) < 1e-6,
              value(at(part)) >= -found$value - 1e-9)
    at(part)
  }
  b <- solveFor(seq_len(ncol(X))); null <- solveFor(1)
  statistic <- 2 * (value(b) - value(null))
  list(link = name, terms = colnames(X), estimate = b, logLikelihood = as.numeric(value(b)),
       logLikelihoodNull = as.numeric(value(null)), stdError = errors(solve(information(drop(X %*% b) + offset))),
       likelihoodRatio = as.numeric(statistic), likelihoodRatioP = as.numeric(pchisq(statistic, ncol(X) - 1, lower.tail = FALSE)))
}

rao <- function(name, formula, data, weights = rep(1, nrow(data)), offset = rep(0, nrow(data))) {
  data$w_ <- weights; data$o_ <- offset
  strict <- glm.control(epsilon = 1e-15, maxit = 200)
  larger <- suppressWarnings(glm(formula, binomial(name), data, weights = w_, offset = o_, control = strict, start = rep(0, ncol(model.matrix(formula, data)))))
  smaller <- glm(update(formula, . ~ 1), binomial(name), data, weights = w_, offset = o_, control = strict, start = 0)
  test <- anova(smaller, larger, test = "Rao")
  list(link = name, statistic = test[2, "Rao"], df = test[2, "Df"], pValue = test[2, "Pr(>Chi)"])
}

all <- function(f, ...) lapply(names, f, ...)
x <- list(
  R = R.version.string, jsonlite = as.character(packageVersion("jsonlite")),
  limits = list(
    endometrial = all(limit, HG ~ PI + EH, subset(endometrial, NV == 0)),
    counts = all(limit, low ~ age + lwt + visits + premature, counts),
    countsWeighted = all(limit, low ~ age + lwt + visits + premature, counts, weights[kept], offset[kept])),
  penalized = list(
    endometrial = all(penalized, HG ~ NV + PI + EH, endometrial),
    bacteria = all(penalized, y ~ late + trt, bacteria, 0.5 + (seq_len(nrow(bacteria)) - 1) %% 3, (seq_len(nrow(bacteria)) %% 5) / 4),
    ucb = all(penalized, admitted ~ female + department, ucb, ucb$count / 50)),
  score = list(
    birthwt = all(rao, low ~ age + lwt + smoke + ptl + ht + ui + ftv + race, birthwt),
    birthwtWeighted = all(rao, low ~ age + lwt + smoke + ptl + ht + ui + ftv + race, birthwt, weights, offset),
    endometrial = all(rao, HG ~ NV + PI + EH, endometrial)))
write_json(x, file.path(here, "separation.json"), digits = I(16), auto_unbox = TRUE, pretty = TRUE)
