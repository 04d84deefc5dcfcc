# Reference values of the pooled binary models: links probit, logit and complementary log-log, with prior weights, offset,
# robust and cluster-robust covariances, tests, predictions and average partial effects. Writes ucb.csv and binary.json
# beside itself; the other data are those of tests/reference/probit.R.
#
#   Rscript tests/reference/binary/binary.R
#
# Debian packages: r-base-core, r-cran-sandwich, r-cran-jsonlite.
#
# glm's estimates are taken on by Newton's method with the observed information, because glm stops when the deviance
# stands still, about 1e-8 from the limit. Standard errors, sandwiches and predictions are then those of `glm` and
# `sandwich` started (and stopped) there; "observed" ones are written out.

suppressPackageStartupMessages({ library(sandwich); library(jsonlite) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
read <- function(name) read.csv(file.path(here, "..", paste0("probit-", name, ".csv")))

# Admissions to graduate school at Berkeley in 1973 by department and sex (Bickel, Hammel & O'Connell 1975), a table of
# counts: R's datasets::UCBAdmissions.
ucb <- as.data.frame(UCBAdmissions)
ucb <- data.frame(admitted = as.integer(ucb$Admit == "Admitted"), female = as.integer(ucb$Gender == "Female"),
                  department = ucb$Dept, count = ucb$Freq)
write.csv(ucb, file.path(here, "ucb.csv"), row.names = FALSE, quote = FALSE)

birthwt <- transform(read("birthwt"), race = factor(race))
pima <- read("pima")
bacteria <- transform(read("bacteria"), trt = relevel(factor(trt), "placebo"), exposure = log(1 + late))
males <- transform(read("males"), year = factor(year))
males_terms <- reformulate(c("unionLag", "union80", "married", paste0("married", 81:87), "school", "black", "year"), "union")

# log-likelihood, its derivatives by the index, and the partial effects' ingredients, straight from their definitions.
links <- list(
  probit = list(p = pnorm, density = dnorm, slope = function(x) -x * dnorm(x),
    l = function(y, x) pnorm((2 * y - 1) * x, log.p = TRUE)),
  logit = list(p = plogis, density = dlogis, slope = function(x) dlogis(x) * (1 - 2 * plogis(x)),
    l = function(y, x) plogis((2 * y - 1) * x, log.p = TRUE)),
  cloglog = list(p = function(x) -expm1(-exp(x)), density = function(x) exp(x - exp(x)),
    slope = function(x) exp(x - exp(x)) * (1 - exp(x)), l = function(y, x) ifelse(y == 1, log(-expm1(-exp(x))), -exp(x))))
score <- function(link, y, x) with(link, ifelse(y == 1, density(x) / p(x), -density(x) / (1 - p(x))))
# -l'' = (l')^2 - p''/p for y = 1 and (l')^2 + p''/(1 - p) for y = 0.
curvature <- function(link, y, x) score(link, y, x)^2 - with(link, ifelse(y == 1, slope(x) / p(x), -slope(x) / (1 - p(x))))

errors <- function(v) unname(sqrt(diag(v)))

one <- function(name, formula, data, weights = rep(1, nrow(data)), offset = rep(0, nrow(data)), cluster, effects) {
  link <- links[[name]]
  data$w_ <- weights; data$o_ <- offset
  # glm's own start, next to 0 and 1 when weights are large, loses the complementary log-log.
  zero <- rep(0, ncol(model.matrix(formula, data)))
  fit <- glm(formula, binomial(name), data, weights = w_, offset = o_, start = zero)
  X <- model.matrix(fit); y <- fit$y; b <- coef(fit)
  for (i in 1:20) {
    x <- drop(X %*% b) + offset
    b <- b + solve(crossprod(X, X * (weights * curvature(link, y, x))), crossprod(X, weights * score(link, y, x)))[, 1]
  }
  # glm's own numbers at these estimates.
  fit <- suppressWarnings(glm(formula, binomial(name), data, weights = w_, offset = o_, start = b,
                              control = glm.control(epsilon = 1e-3, maxit = 1)))
  x <- drop(X %*% b) + offset
  n <- nrow(X); k <- ncol(X); ll <- sum(weights * link$l(y, x))
  null <- glm(y ~ 1, binomial(name), weights = weights, offset = offset, start = 0, control = glm.control(epsilon = 1e-15))
  for (i in 1:5) null <- glm(y ~ 1, binomial(name), weights = weights, offset = offset, start = coef(null), control = glm.control(epsilon = 1e-15))
  llNull <- sum(weights * link$l(y, coef(null) + offset))
  V <- solve(crossprod(X, X * (weights * curvature(link, y, x))))
  S <- X * (weights * score(link, y, x))
  expected <- vcov(fit)
  robust <- list(HC0 = sandwich(fit), HC1 = vcovHC(fit, type = "HC1"))
  result <- list(
    link = name, terms = names(b), estimate = unname(b), logLikelihood = ll, logLikelihoodNull = llNull,
    stdErrorExpected = errors(expected), stdErrorObserved = errors(V),
    HC0 = errors(robust$HC0), HC1 = errors(robust$HC1), HC0Observed = errors(V %*% crossprod(S) %*% V),
    likelihoodRatio = 2 * (ll - llNull), likelihoodRatioP = pchisq(2 * (ll - llNull), k - 1, lower.tail = FALSE),
    wald = sum(b[-1] * solve(expected[-1, -1], b[-1])),
    waldHC0 = sum(b[-1] * solve(robust$HC0[-1, -1], b[-1])),
    aic = 2 * k - 2 * ll, bic = k * log(n) - 2 * ll)
  result$clusters <- length(unique(cluster))
  result$clusterHC0 <- errors(vcovCL(fit, cluster, type = "HC0"))
  result$clusterHC1 <- errors(vcovCL(fit, cluster, type = "HC1"))
  result$clusterHC0Plain <- errors(vcovCL(fit, cluster, type = "HC0", cadjust = FALSE))
  M <- rowsum(S, cluster); g <- nrow(M)
  result$clusterHC0Observed <- errors(V %*% crossprod(M) %*% V * g / (g - 1))
  rows <- seq_len(min(6, n))
  p <- lapply(list(link = "link", response = "response"), function(type) predict(fit, type = type, se.fit = TRUE))
  result$prediction <- list(index = unname(x[rows]), indexStdError = unname(p$link$se.fit[rows]),
    probability = unname(link$p(x[rows])), probabilityStdError = unname(p$response$se.fit[rows]))
  # Effects of raising a column by one, and derivatives, with the expected information.
  result$effects <- lapply(effects, function(term) {
    j <- match(term, names(b)); up <- X; up[, j] <- up[, j] + 1; xUp <- drop(up %*% b) + offset
    gDifference <- colMeans(link$density(xUp) * up - link$density(x) * X)
    gDerivative <- b[j] * colMeans(link$slope(x) * X); gDerivative[j] <- gDerivative[j] + mean(link$density(x))
    list(term = term, difference = mean(link$p(xUp) - link$p(x)), derivative = unname(b[j] * mean(link$density(x))),
         differenceStdError = sqrt(sum(gDifference * (expected %*% gDifference))),
         derivativeStdError = sqrt(sum(gDerivative * (expected %*% gDerivative))))
  })
  result
}
all <- function(...) lapply(names(links), function(name) one(name, ...))

results <- list(
  versions = list(R = R.version.string, sandwich = as.character(packageVersion("sandwich"))),
  birthwt = all(low ~ age + lwt + smoke + ptl + ht + ui + ftv + race, birthwt, cluster = birthwt$age, effects = c("lwt", "smoke")),
  pima = all(diabetes ~ npreg + glu + bp + skin + bmi + ped + age, pima, cluster = pima$npreg, effects = c("glu", "npreg")),
  bacteria = all(y ~ late + trt, bacteria, offset = bacteria$exposure, cluster = bacteria$child, effects = "late"),
  males = all(males_terms, males, cluster = males$man, effects = c("unionLag", "school")),
  ucb = all(admitted ~ female + department, ucb, weights = ucb$count, cluster = as.integer(factor(ucb$department)), effects = "female"))
writeLines(toJSON(results, digits = NA, auto_unbox = TRUE), file.path(here, "binary.json"))
