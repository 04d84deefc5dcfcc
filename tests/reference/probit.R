# Reference estimates of probit models on real data: pooled (glm) and with a random effect (own maximum likelihood and
# lme4::glmer). Writes probit-<data>.csv and probit.json beside itself.
#
#   Rscript tests/reference/probit.R
#
# Debian packages: r-base-core, r-cran-mass, r-cran-lme4, r-cran-plm, r-cran-jsonlite.
#
# glm reports standard errors from the expected information; `stdErrorObserved` is from the observed one, by its formula
# -d2 log Phi(z) = lambda (lambda + z) at the same estimates.
#
# The yardstick of the random-effects fits is adaptive Gauss-Hermite quadrature with 60 nodes, far beyond what the
# integrals need, maximised to a gradient below 1e-8: written for clarity, with none of the shortcuts of the library.
# glmer stops at its optimiser's tolerance, so it agrees to fewer digits.

suppressPackageStartupMessages({
  library(MASS); library(lme4); library(jsonlite)
})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))

# ---- data ---------------------------------------------------------------------------------------------------------

# Risk factors of low birth weight, Hosmer & Lemeshow (1989), from package MASS (GPL-2 | GPL-3).
birthwt <- with(MASS::birthwt, data.frame(low, age, lwt, race = factor(race), smoke, ptl, ht, ui, ftv))

# Diabetes among Pima women, Smith et al. (1988), US National Institute of Diabetes; from package MASS (GPL-2 | GPL-3).
pima <- with(rbind(MASS::Pima.tr, MASS::Pima.te),
             data.frame(diabetes = as.integer(type == "Yes"), npreg, glu, bp, skin, bmi, ped, age))

# H. influenzae in children with otitis media, unequal numbers of visits; Menzies School of Health Research, from package
# MASS (GPL-2 | GPL-3).
bacteria <- with(MASS::bacteria,
                 data.frame(y = as.integer(y == "y"), trt = factor(trt), late = as.integer(week > 2), child = as.integer(ID)))

# Verbal aggression questionnaire, Vansteelandt (2000), De Boeck & Wilson (2004), from package lme4 (GPL-2+).
data("VerbAgg", package = "lme4")
verbal <- with(VerbAgg, data.frame(yes = as.integer(r2 == "Y"), anger = Anger, male = as.integer(Gender == "M"),
                                   btype = factor(btype, levels = c("curse", "scold", "shout")),
                                   self = as.integer(situ == "self"), person = as.integer(id)))

# Union membership of 545 young men 1980-1987, US National Longitudinal Survey (Vella & Verbeek 1998), from package plm
# (GPL-2+). Columns of the dynamic model of Wooldridge (2005, Journal of Applied Econometrics 20, 39-54, section 5): last
# year's membership, membership in 1980, being married in every year 1981-1987.
data("Males", package = "plm")
Males <- Males[order(Males$nr, Males$year), ]
union <- as.integer(Males$union == "yes"); married <- as.integer(Males$married == "yes")
byMan <- function(x) t(matrix(x, 8))
later <- Males$year > 1980
men <- rep(seq_len(nrow(Males) / 8), each = 8)
males <- data.frame(union, unionLag = c(NA, union[-length(union)]), union80 = byMan(union)[men, 1], married)
for (t in 2:8) males[[paste0("married", 79 + t)]] <- byMan(married)[men, t]
males <- cbind(males, school = Males$school, black = as.integer(Males$ethn == "black"),
               year = factor(Males$year), man = Males$nr)[later, ]
males$year <- droplevels(males$year)

# ---- pooled -------------------------------------------------------------------------------------------------------

pooled <- function(formula, data) {
  fit <- glm(formula, binomial(probit), data, control = glm.control(epsilon = 1e-15, maxit = 100))
  # glm stops when the deviance stands still, which leaves the estimates about 1e-8 from their limit.
  for (i in 1:5) fit <- glm(formula, binomial(probit), data, start = coef(fit), control = glm.control(epsilon = 1e-15))
  X <- model.matrix(fit); q <- 2 * fit$y - 1; z <- q * drop(X %*% coef(fit))
  lambda <- exp(dnorm(z, log = TRUE) - pnorm(z, log.p = TRUE))
  observed <- solve(crossprod(X, X * (lambda * (lambda + z))))
  list(terms = names(coef(fit)), estimate = unname(coef(fit)), stdErrorExpected = unname(sqrt(diag(vcov(fit)))),
       stdErrorObserved = unname(sqrt(diag(observed))), logLikelihood = as.numeric(logLik(fit)))
}

# ---- random effect ------------------------------------------------------------------------------------------------

hermite <- function(n) {
  J <- matrix(0, n, n); off <- sqrt(seq_len(n - 1) / 2)
  J[cbind(1:(n - 1), 2:n)] <- off; J[cbind(2:n, 1:(n - 1))] <- off
  e <- eigen(J, symmetric = TRUE)
  list(x = e$values, logw = 2 * log(abs(e$vectors[1, ])) + 0.5 * log(pi))
}

# Log-likelihood and gradient at (coefficients, ln sigma).
likelihood <- function(theta, X, y, g, rule) {
  k <- ncol(X); sigma <- exp(theta[k + 1]); q <- 2 * y - 1; eta <- drop(X %*% theta[1:k])
  m <- numeric(max(g))
  for (i in 1:50) {
    z <- q * (eta + sigma * m[g]); lambda <- exp(dnorm(z, log = TRUE) - pnorm(z, log.p = TRUE))
    slope <- -m + sigma * rowsum(q * lambda, g)[, 1]
    curvature <- 1 + sigma^2 * rowsum(lambda * (lambda + z), g)[, 1]
    m <- m + slope / curvature
    if (isTRUE(max(abs(slope)) < 1e-10)) break
  }
  scale <- 1 / sqrt(curvature)
  U <- m + sqrt(2) * outer(scale, rule$x)
  logW <- -0.5 * U^2 + matrix(rule$logw + rule$x^2, nrow(U), ncol(U), byrow = TRUE)
  R <- matrix(0, length(y), ncol(U))
  for (j in seq_len(ncol(U))) {
    z <- q * (eta + sigma * U[g, j]); lp <- pnorm(z, log.p = TRUE)
    logW[, j] <- logW[, j] + rowsum(lp, g)[, 1]
    R[, j] <- q * exp(dnorm(z, log = TRUE) - lp)
  }
  top <- apply(logW, 1, max); W <- exp(logW - top); total <- rowSums(W); omega <- W / total
  value <- sum(log(scale) + top + log(total)) - length(m) * 0.5 * log(pi)
  gradient <- c(crossprod(X, rowSums(omega[g, ] * R)), sum(omega[g, ] * R * sigma * U[g, ]))
  list(value = value, gradient = gradient)
}

randomEffects <- function(formula, group, data, glmerNodes = c()) {
  frame <- model.frame(formula, data); X <- model.matrix(formula, frame); y <- model.response(frame)
  g <- match(data[[group]], unique(data[[group]])); rule <- hermite(60)
  at <- function(theta) likelihood(theta, X, y, g, rule)
  start <- c(coef(glm(formula, binomial(probit), data)) * sqrt(1.25), log(0.5))
  theta <- unname(start); p <- length(theta)
  for (i in 1:50) {
    # Newton's method with the Hessian from central differences of the analytic gradient.
    here <- at(theta)
    H <- sapply(seq_len(p), function(j) {
      h <- 1e-4 * max(1, abs(theta[j])) / (if (j < p) max(1, abs(X[, j])) else 1)
      e <- replace(numeric(p), j, h)
      (8 * (at(theta + e)$gradient - at(theta - e)$gradient) -
         (at(theta + 2 * e)$gradient - at(theta - 2 * e)$gradient)) / (12 * h)
    })
    H <- (H + t(H)) / 2
    step <- -solve(H, here$gradient)
    if (sqrt(abs(sum(step * (H %*% step)))) < 1e-9) break
    while (!isTRUE(at(theta + step)$value >= here$value - 1e-9)) step <- step / 2
    theta <- theta + step
  }
  result <- list(terms = colnames(X), estimate = theta[-p], lnSigma = theta[p], stdError = sqrt(diag(solve(-H))),
                 covariance = solve(-H), logLikelihood = at(theta)$value, groups = max(g), glmer = list())
  for (n in glmerNodes) {
    fit <- glmer(update(formula, paste(". ~ . + (1 |", group, ")")), data, family = binomial("probit"), nAGQ = n)
    result$glmer[[length(result$glmer) + 1]] <- list(nodes = n, estimate = unname(fixef(fit)), sigma = unname(getME(fit, "theta")),
                                                     logLikelihood = as.numeric(logLik(fit)))
  }
  result
}

# ---- write --------------------------------------------------------------------------------------------------------

union_terms <- reformulate(setdiff(names(males), c("union", "man")), "union")
results <- list(
  versions = list(R = R.version.string, lme4 = as.character(packageVersion("lme4")), MASS = as.character(packageVersion("MASS")),
                  plm = as.character(packageVersion("plm"))),
  pooled = list(birthwt = pooled(low ~ age + lwt + smoke + ptl + ht + ui + ftv + race, birthwt),
                pima = pooled(diabetes ~ npreg + glu + bp + skin + bmi + ped + age, pima),
                bacteria = pooled(y ~ late + trt, bacteria),
                verbal = pooled(yes ~ anger + male + self + btype, verbal),
                males = pooled(union_terms, males)),
  randomEffects = list(bacteria = randomEffects(y ~ late + trt, "child", bacteria, c(12, 25)),
                       verbal = randomEffects(yes ~ anger + male + self + btype, "person", verbal, 12),
                       males = randomEffects(union_terms, "man", males, 12)))
for (name in c("birthwt", "pima", "bacteria", "verbal", "males"))
  write.csv(get(name), file.path(here, paste0("probit-", name, ".csv")), row.names = FALSE, quote = FALSE)
writeLines(toJSON(results, digits = NA, auto_unbox = TRUE, pretty = TRUE), file.path(here, "probit.json"))
