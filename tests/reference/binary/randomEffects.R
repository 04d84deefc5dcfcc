# Reference values of the robust covariances of the random-effects probit at the estimates of tests/reference/probit.json.
# Writes randomEffects.json beside itself.
#
#   Rscript tests/reference/binary/randomEffects.R
#
# Debian packages: r-base-core, r-cran-jsonlite.
#
# No Gauss-Hermite here: the integral over u is a sum over an even grid from -12 to 12, which for so smooth an integrand is
# exact to rounding. A group's score is the mean over its posterior of the score given u (Fisher's identity); V is the
# inverse of minus the derivative of the summed scores; the sandwich is V (sum of s s') V G / (G - 1).

suppressPackageStartupMessages(library(jsonlite))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
read <- function(name) read.csv(file.path(here, "..", paste0("probit-", name, ".csv")))
truth <- fromJSON(file.path(here, "..", "probit.json"))$randomEffects
grid <- seq(-12, 12, by = 0.02)

# Groups x (coefficients, ln sigma).
groupScores <- function(theta, X, y, g) {
  p <- length(theta); sigma <- exp(theta[p]); q <- 2 * y - 1; eta <- drop(X %*% theta[-p])
  L <- matrix(-grid^2 / 2, max(g), length(grid), byrow = TRUE)
  for (j in seq_along(grid)) L[, j] <- L[, j] + rowsum(pnorm(q * (eta + sigma * grid[j]), log.p = TRUE), g)[, 1]
  W <- exp(L - apply(L, 1, max)); W <- W / rowSums(W)
  row <- numeric(length(y)); lnSigma <- numeric(max(g))
  for (j in seq_along(grid)) {
    z <- q * (eta + sigma * grid[j]); r <- q * exp(dnorm(z, log = TRUE) - pnorm(z, log.p = TRUE))
    row <- row + W[g, j] * r
    lnSigma <- lnSigma + W[, j] * rowsum(r, g)[, 1] * sigma * grid[j]
  }
  cbind(rowsum(X * row, g), lnSigma)
}

one <- function(name, data, formula, group, cluster) {
  frame <- model.frame(formula, data); X <- model.matrix(formula, frame); y <- model.response(frame)
  g <- match(data[[group]], unique(data[[group]])); known <- truth[[name]]
  stopifnot(identical(colnames(X), known$terms))
  theta <- c(known$estimate, known$lnSigma); p <- length(theta); n <- nrow(X)
  H <- sapply(seq_len(p), function(j) {
    h <- 1e-3 / (if (j < p) max(1, abs(X[, j])) else 1); e <- replace(numeric(p), j, h)
    total <- function(by) colSums(groupScores(theta + by * e, X, y, g))
    (8 * (total(1) - total(-1)) - (total(2) - total(-2))) / (12 * h)
  })
  V <- solve(-(H + t(H)) / 2)
  S <- groupScores(theta, X, y, g)
  clusterOfGroup <- cluster[match(seq_len(max(g)), g)]
  errors <- function(S, factor) unname(sqrt(diag(V %*% crossprod(S) %*% V) * nrow(S) / (nrow(S) - 1) * factor))
  list(terms = colnames(X), stdError = unname(sqrt(diag(V))), byGroup = errors(S, 1),
       byGroupHC1 = errors(S, (n - 1) / (n - p)), byCluster = errors(rowsum(S, clusterOfGroup), 1),
       clusters = length(unique(clusterOfGroup)))
}

bacteria <- transform(read("bacteria"), trt = relevel(factor(trt), "placebo"))
verbal <- read("verbal")
males <- transform(read("males"), year = factor(year))
union_terms <- reformulate(setdiff(names(males), c("union", "man")), "union")
results <- list(
  versions = list(R = R.version.string),
  bacteria = one("bacteria", bacteria, y ~ late + trt, "child", bacteria$child %% 10),
  verbal = one("verbal", verbal, yes ~ anger + male + self + btype, "person", verbal$anger),
  males = one("males", males, union_terms, "man", males$school))
writeLines(toJSON(results, digits = NA, auto_unbox = TRUE), file.path(here, "randomEffects.json"))
