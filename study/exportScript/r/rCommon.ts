/** Pieces of R code that several models share. */

/** Groups as whole numbers from 1, in order of first appearance; of several columns, their combinations. */
export const CODES = `codes <- function(...) {
  parts <- lapply(list(...), function(x) match(x, unique(x)))
  key <- do.call(paste, parts)
  match(key, unique(key))
}`;

export const PANEL = (id: string, time: string) => `# Values of other rows of the same unit.
unit <- codes(data[[${id}]])
time <- data[[${time}]]
known <- !is.na(data[[${id}]]) & !is.na(time)
key <- function(time) ifelse(known, paste(unit, format(time, digits = 15, trim = TRUE, scientific = FALSE)), NA)
lag_of <- function(x, periods) x[match(key(time - periods), key(time), incomparables = NA)]
by_time <- order(!known, time)
first <- by_time[match(unit, unit[by_time])]
first[!known] <- NA
initial_of <- function(x) x[first]`;

export const MEANS = (withoutFirst: boolean) => `mean_of <- function(x, used) {
  over <- used & known${withoutFirst ? " & seq_along(first) != first" : ""}
  unname(tapply(as.numeric(x)[over], unit[over], mean)[as.character(unit)])
}`;

/**
 * Log-likelihood of a row with its first two derivatives by the index, and the expected second derivative; less where fewer parts are asked
 * for, because normal probabilities are most of what a fit costs.
 */
export const LINKS: Readonly<Record<string, string>> = {
  probit: `link <- function(eta, y, parts = 3) {
  q <- 2 * y - 1
  value <- pnorm(q * eta, log.p = TRUE)
  if (parts == 1) return(list(value = value))
  mills <- exp(dnorm(eta, log = TRUE) - value)
  derivatives <- list(value = value, score = q * mills, second = -mills * (mills + q * eta))
  if (parts == 2) return(derivatives)
  c(derivatives, list(expected = -exp(2 * dnorm(eta, log = TRUE) - pnorm(eta, log.p = TRUE) - pnorm(-eta, log.p = TRUE))))
}`,
  logit: `link <- function(eta, y, parts = 3) {
  if (parts == 1) return(list(value = plogis((2 * y - 1) * eta, log.p = TRUE)))
  second <- -plogis(eta) * plogis(-eta)
  list(value = plogis((2 * y - 1) * eta, log.p = TRUE), score = y - plogis(eta), second = second, expected = second)
}`,
  cloglog: `link <- function(eta, y, parts = 3) {
  h <- exp(pmin(eta, 300))  # beyond, the square is infinite
  if (parts == 1) return(list(value = ifelse(y == 1, log(-expm1(-h)), -h)))
  r <- ifelse(h < 1e-300, 1, h / expm1(h))
  list(value = ifelse(y == 1, log(-expm1(-h)), -h), score = ifelse(y == 1, r, -h),
       second = ifelse(y == 1, r * (1 - h - r), -h), expected = ifelse(h < 1e-300, -h, -h^2 * exp(-h) / -expm1(-h)))
}`,
};

/**
 * Which columns of a design are used: all but those of the terms that bandwagon left out. Of several terms that are a
 * combination of each other R might leave out another.
 */
export const KEPT = `kept <- function(X) {
  out <- gsub("\\x60", "", colnames(X), fixed = TRUE) %in% left_out
  if (any(out)) cat("left out here as in bandwagon, where R might leave out another term of the same combination:", colnames(X)[out], "\\n")
  norm <- sqrt(colSums(X^2)) + 1e-300
  rank <- function(M) qr(M, tol = 1e-11)$rank
  scaled <- sweep(X, 2, norm, "/")
  if (any(out) && rank(scaled) > rank(scaled[, !out, drop = FALSE])) cat("R could tell them from the others: compared without them\\n")
  !out
}`;

/** Inverse of X'WX, whose numbers are too far apart to be solved where the columns of X are almost collinear. */
export const INVERSE = `inverse_of <- function(X, w) tryCatch({
  decomposed <- qr(X * sqrt(w), LAPACK = TRUE)
  V <- matrix(0, ncol(X), ncol(X))
  V[decomposed$pivot, decomposed$pivot] <- chol2inv(qr.R(decomposed))
  V
}, error = function(e) matrix(NA_real_, ncol(X), ncol(X)))  # singular where terms run away`;

/** The maximum of a model without groups; needs `link` and INVERSE. */
export const MAXIMUM_OF_ROWS = `# An index that is the same in all rows, as nearly as the columns and the offset can make it.
flat_start <- function(X, offset, n) replace(at <- qr.coef(qr(X), rep(-0.5, n) - offset), is.na(at), 0)
# Newton's steps, halved while they lose.
maximum_of_rows <- function(X, y, w, offset, b) {
  value <- function(b) { v <- sum(w * link(drop(X %*% b + offset), y)$value); if (is.finite(v)) v else -Inf }
  for (step in 1:200) {
    at <- link(drop(X %*% b + offset), y)
    change <- drop(inverse_of(X, pmax(-w * at$second, 0)) %*% crossprod(X, w * at$score))
    small <- function() max(0, abs(change)) < 1e-11 * max(1, abs(b))
    if (!all(is.finite(change)) || small()) break
    now <- value(b)
    while (value(b + change) < now - 1e-10 * abs(now) && !small()) change <- change / 2
    b <- b + change
  }
  b
}`;

/** V M V with the scores of rows or of clusters, and its small-sample factor. */
export const SANDWICH = `sandwich_of <- function(bread, scores, cluster, type, n, parameters) {
  factor <- if (type == "HC0") 1 else (if (is.null(cluster)) n else n - 1) / (n - parameters)
  if (!is.null(cluster)) {
    scores <- rowsum(scores, cluster)
    factor <- factor * nrow(scores) / (nrow(scores) - 1)
  }
  factor * bread %*% crossprod(scores) %*% bread
}`;

/** Numerical derivatives, in steps measured by standard errors. */
export const COMPARE = `theirs <- data.frame(term = names(estimate), estimate = as.numeric(estimate), std.error = as.numeric(std.error),
                     robust = if (is.null(robust)) NA else as.numeric(robust))
plain <- function(names) gsub("${"`"}", "", names, fixed = TRUE)
theirs <- theirs[match(plain(ours$term), plain(theirs$term)), ]
shown <- data.frame(bandwagon = ours$estimate, R = theirs$estimate, std.error.bandwagon = ours$std.error,
                    std.error.R = theirs$std.error, row.names = ours$term)
if (!is.null(robust)) shown <- cbind(shown, robust.bandwagon = ours$robust, robust.R = theirs$robust)
print(shown, digits = 8)
cat(sprintf("log-likelihood: bandwagon %.10g, R %.10g\n", our_log_likelihood, log_likelihood))
cat(sprintf("rows: bandwagon %d, R %d\n", our_rows, observations))

# An estimate may be near zero: its difference is measured by the larger of itself and its standard error.
finite <- is.finite(ours$estimate)
largest <- max(
  0,
  (abs(theirs$estimate - ours$estimate) / pmax(abs(ours$estimate), ours$std.error, na.rm = TRUE))[finite],
  (abs(theirs$std.error - ours$std.error) / ours$std.error)[finite & is.finite(ours$std.error)],
  if (!is.null(robust)) (abs(theirs$robust - ours$robust) / ours$robust)[finite & is.finite(ours$robust)],
  abs(log_likelihood - our_log_likelihood) / abs(our_log_likelihood))
if (observations != our_rows) largest <- Inf
cat(sprintf("largest relative difference: %.2g\n", largest))`;
