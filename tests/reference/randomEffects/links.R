# Reference values of random-effects models with each link, on the data of tests/reference/probit.R and on lme4's cbpp.
# Writes links.json and cbpp.csv beside itself.
#
#   Rscript tests/reference/randomEffects/links.R
#
# Debian packages: r-base-core, r-cran-lme4, r-cran-jsonlite.
#
# The yardstick has no Gauss-Hermite rule: the integral over u is a sum over an even grid from -9 to 9, which for so smooth
# an integrand is exact to rounding. A group's score is the mean over its posterior of the score given u (Fisher's identity);
# Newton's method goes on until the gradient is below 1e-9 standard errors, with the Hessian from differences of the score.
# glmer stops at its optimiser's tolerance, so it agrees to fewer digits; its condVar is that of the mode.

suppressPackageStartupMessages({ library(lme4); library(jsonlite) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
read <- function(name) read.csv(file.path(here, "..", paste0("probit-", name, ".csv")))
grid <- seq(-9, 9, by = 0.1)
density <- 0.1 * dnorm(grid)

# ---- links --------------------------------------------------------------------------------------------------------

logProbability <- function(link, y, eta) switch(link,
  probit = pnorm((2 * y - 1) * eta, log.p = TRUE),
  logit = plogis((2 * y - 1) * eta, log.p = TRUE),
  cloglog = ifelse(y == 1, log(-expm1(-exp(eta))), -exp(eta)))
score <- function(link, y, eta) switch(link,
  probit = (2 * y - 1) * exp(dnorm(eta, log = TRUE) - pnorm((2 * y - 1) * eta, log.p = TRUE)),
  logit = y - plogis(eta),
  cloglog = ifelse(y == 1, exp(eta) / expm1(exp(eta)), -exp(eta)))
probability <- function(link, eta) switch(link, probit = pnorm(eta), logit = plogis(eta), cloglog = -expm1(-exp(eta)))
slope <- function(link, eta) switch(link, probit = dnorm(eta), logit = dlogis(eta), cloglog = exp(eta - exp(eta)))

# ---- likelihood ---------------------------------------------------------------------------------------------------

# data: X, y, g (1..G), w (rows), W (groups), offset. theta: coefficients, ln sigma.
posterior <- function(theta, d, link) {
  p <- length(theta); sigma <- exp(theta[p]); eta <- d$offset + (if (p > 1) drop(d$X %*% theta[-p]) else 0)
  G <- max(d$g); L <- matrix(log(density), G, length(grid), byrow = TRUE)
  R <- matrix(0, length(d$y), length(grid))
  for (j in seq_along(grid)) {
    z <- eta + sigma * grid[j]
    L[, j] <- L[, j] + rowsum(d$w * logProbability(link, d$y, z), d$g)[, 1]
    R[, j] <- d$w * score(link, d$y, z)
  }
  top <- apply(L, 1, max); P <- exp(L - top); total <- rowSums(P)
  list(value = sum(d$W * (top + log(total))), P = P / total, R = R, eta = eta, sigma = sigma)
}
valueAndScores <- function(theta, d, link) {
  at <- posterior(theta, d, link)
  weighted <- at$P[d$g, ] * at$R
  rows <- rowSums(weighted)
  lnSigma <- rowsum(drop(weighted %*% (at$sigma * grid)), d$g)[, 1]
  list(value = at$value, scores = d$W * cbind(rowsum(d$X * rows, d$g), lnSigma))
}
hessian <- function(theta, d, link) {
  p <- length(theta); gradient <- function(t) colSums(valueAndScores(t, d, link)$scores)
  H <- sapply(seq_len(p), function(j) {
    h <- 2e-3 / (if (j < p) max(1, abs(d$X[, j])) else 1); e <- replace(numeric(p), j, h)
    (8 * (gradient(theta + e) - gradient(theta - e)) - (gradient(theta + 2 * e) - gradient(theta - 2 * e))) / (12 * h)
  })
  (H + t(H)) / 2
}
maximise <- function(theta, d, link) {
  for (i in 1:60) {
    now <- valueAndScores(theta, d, link); gradient <- colSums(now$scores)
    # The Hessian of a few steps before serves near the maximum; the last one is made anew.
    if (i <= 2 || i %% 5 == 0) H <- hessian(theta, d, link)
    step <- -solve(H, gradient)
    if (sum(gradient * step) < 0) step <- gradient / sqrt(sum(gradient^2)) / 4
    if (sqrt(abs(sum(gradient * step))) < 1e-9) break
    while (!isTRUE(valueAndScores(theta + step, d, link)$value >= now$value - 1e-9)) step <- step / 2
    theta <- theta + step
  }
  H <- hessian(theta, d, link)
  list(theta = unname(theta), value = now$value, H = H, V = solve(-H), S = now$scores)
}

# ---- effects and predictions --------------------------------------------------------------------------------------

populationAverage <- function(link, eta, sigma) drop(sapply(grid, function(u) probability(link, eta + sigma * u)) %*% density)
populationSlope <- function(link, eta, sigma) drop(sapply(grid, function(u) slope(link, eta + sigma * u)) %*% density)
# The effect of a term (or a level against the reference, `level` its columns) at theta.
effectOf <- function(theta, d, link, term, kind, levels) {
  p <- length(theta); b <- theta[-p]; sigma <- exp(theta[p]); X <- d$X; X[, levels] <- 0
  eta <- d$offset + drop(X %*% b)
  if (kind == "derivative") return(mean(b[term] * populationSlope(link, eta, sigma)))
  mean(populationAverage(link, eta + b[term], sigma) - populationAverage(link, eta, sigma))
}
deltaMethod <- function(f, theta, V) {
  g <- sapply(seq_along(theta), function(j) {
    e <- replace(numeric(length(theta)), j, 1e-3)
    (8 * (f(theta + e) - f(theta - e)) - (f(theta + 2 * e) - f(theta - 2 * e))) / 12e-3
  })
  if (is.matrix(g)) unname(sqrt(rowSums((g %*% V) * g))) else sqrt(drop(g %*% V %*% g))
}

one <- function(data, formula, group, link, weights = rep(1, nrow(data)), groupWeights = rep(1, nrow(data)), offset = rep(0, nrow(data)),
                effects = list(), glmerNodes = NULL) {
  X <- model.matrix(formula, data); y <- model.response(model.frame(formula, data))
  g <- match(data[[group]], unique(data[[group]])); first <- match(seq_len(max(g)), g)
  d <- list(X = X, y = y, g = g, w = weights, W = groupWeights[first], offset = offset)
  tiny <- glm.control(epsilon = 1e-14, maxit = 100)
  pooled <- suppressWarnings(glm.fit(X, y, weights = weights * groupWeights, offset = offset, family = binomial(link), control = tiny))
  v <- c(probit = 1, logit = pi^2 / 3, cloglog = pi^2 / 6)[[link]]
  fit <- maximise(c(pooled$coefficients * sqrt(1.25), log(0.5 * sqrt(v))), d, link)
  d0 <- d; d0$X <- X[, 1, drop = FALSE]
  null <- maximise(c(fit$theta[1], tail(fit$theta, 1)), d0, link)
  p <- length(fit$theta); k <- p - 1
  atNull <- c(null$theta[1], rep(0, k - 1), null$theta[2])
  # Group weights count groups, so the sum of outer products has the weight once.
  S0 <- valueAndScores(atNull, d, link)$scores; I0 <- crossprod(S0 / sqrt(d$W))
  pooledValue <- sum(weights * groupWeights * logProbability(link, y, offset + drop(X %*% pooled$coefficients)))
  at <- posterior(fit$theta, d, link); mean <- drop(at$P %*% grid); sigma <- exp(fit$theta[p])
  mode <- sapply(seq_len(max(g)), function(i) {
    own <- g == i
    optimize(function(u) -u^2 / 2 + sum(weights[own] * logProbability(link, y[own], at$eta[own] + sigma * u)), c(-6, 6), maximum = TRUE, tol = 1e-9)$maximum
  })
  cluster <- crossprod(fit$S) * nrow(fit$S) / (nrow(fit$S) - 1)
  some <- seq_len(min(8, length(y)))
  result <- list(
    terms = colnames(X), estimate = fit$theta[-p], lnSigma = fit$theta[p], stdError = sqrt(diag(fit$V)),
    robustStdError = unname(sqrt(diag(fit$V %*% cluster %*% fit$V))), logLikelihood = fit$value, logLikelihoodNull = null$value,
    logLikelihoodPooled = pooledValue, rho = sigma^2 / (sigma^2 + v), groups = max(g),
    wald = sum(fit$theta[2:k] * solve(fit$V[2:k, 2:k], fit$theta[2:k])),
    score = if (nrow(S0) > p) sum(colSums(S0) * solve(I0, colSums(S0), tol = 0)) else NULL,
    posterior = list(group = data[[group]][first], mode = sigma * mode, mean = sigma * mean,
                     stdDeviation = sigma * sqrt(drop(at$P %*% grid^2) - mean^2)),
    predictions = list(populationAveraged = populationAverage(link, at$eta[some], sigma),
                       populationAveragedStdError = deltaMethod(function(t)
                         populationAverage(link, (d$offset + drop(X %*% t[-p]))[some], exp(t[p])), fit$theta, fit$V)),
    effects = lapply(effects, function(e) {
      levels <- if (is.null(e$levels)) integer(0) else match(e$levels, colnames(X)); term <- match(e$term, colnames(X))
      f <- function(t) effectOf(t, d, link, term, e$kind, levels)
      list(term = e$term, kind = e$kind, estimate = f(fit$theta), stdError = deltaMethod(f, fit$theta, fit$V))
    }))
  if (!is.null(glmerNodes)) {
    data$.w <- weights; data$.o <- offset
    m <- suppressWarnings(glmer(update(formula, paste(". ~ . + (1 |", group, ")")), data, family = binomial(link), nAGQ = glmerNodes, weights = .w, offset = .o))
    r <- ranef(m, condVar = TRUE)[[1]]; named <- match(data[[group]][first], rownames(r))
    result$glmer <- list(nodes = glmerNodes, estimate = unname(fixef(m)), sigma = unname(getME(m, "theta")),
                         mode = r[named, 1], modeStdError = sqrt(attr(r, "postVar")[1, 1, named]))
  }
  result
}

# ---- data ---------------------------------------------------------------------------------------------------------

bacteria <- transform(read("bacteria"), trt = relevel(factor(trt), "placebo"))
verbal <- read("verbal")
males <- transform(read("males"), year = factor(year))
union_terms <- reformulate(setdiff(names(males), c("union", "man")), "union")

# Contagious bovine pleuropneumonia in 15 herds, Lesnoff et al. (2004), from package lme4 (GPL-2+): one row for the cases and
# one for the others of a herd and period, with their number as weight.
data("cbpp", package = "lme4")
cbpp <- rbind(data.frame(herd = as.integer(cbpp$herd), period = as.integer(cbpp$period), case = 1, count = cbpp$incidence),
              data.frame(herd = as.integer(cbpp$herd), period = as.integer(cbpp$period), case = 0, count = cbpp$size - cbpp$incidence))
cbpp <- cbpp[cbpp$count > 0, ]; cbpp <- cbpp[order(cbpp$herd, cbpp$period), ]
write.csv(cbpp, file.path(here, "cbpp.csv"), row.names = FALSE, quote = FALSE)
herds <- transform(cbpp, period = factor(period))

trial <- list(list(term = "late", kind = "difference"), list(term = "late", kind = "derivative"),
              list(term = "trtdrug", kind = "difference", levels = c("trtdrug", "trtdrug+")))
results <- list(versions = list(R = R.version.string, lme4 = as.character(packageVersion("lme4"))))
for (link in c("probit", "logit", "cloglog")) {
  message(link)
  results$bacteria[[link]] <- one(bacteria, y ~ late + trt, "child", link, effects = trial, glmerNodes = 25)
  results$weighted[[link]] <- one(bacteria, y ~ late + trt, "child", link, groupWeights = 1 + bacteria$child %% 3, weights = rep(c(1, 0.5, 2, 1.5), 55),
                                  offset = 0.4 * bacteria$late)
  if (link == "logit") results$verbal[[link]] <- one(verbal, yes ~ anger + male + self + btype, "person", link)
  results$cbpp[[link]] <- one(herds, case ~ period, "herd", link, weights = herds$count, glmerNodes = 25)
  if (link != "probit") results$males[[link]] <- one(males, union_terms, "man", link, effects = list(list(term = "unionLag", kind = "difference")))
}
for (d in names(results)[-1]) for (l in names(results[[d]])) for (part in c("mode", "mean", "stdDeviation", "group")) {
  # The first dozen groups say what there is to say.
  results[[d]][[l]]$posterior[[part]] <- head(results[[d]][[l]]$posterior[[part]], 12)
}
writeLines(toJSON(results, digits = NA, auto_unbox = TRUE, null = "null"), file.path(here, "links.json"))
