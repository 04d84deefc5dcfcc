import { INVERSE, LINKS, MAXIMUM_OF_ROWS, SANDWICH } from "./rCommon.ts";
import { MAXIMUM_OF_UNITS } from "./rMaximum.ts";

export interface FrailtyPieces {
  readonly robust: { readonly type: string; readonly clusters: boolean } | null;
  /** A weight says how often its group counts. */
  readonly weighted: boolean;
  /** Whether some rows are before their group's entry: the likelihood is then that of the others given no event on these. */
  readonly delayed: boolean;
}

/**
 * Grouped hazard with gamma frailty. Groups without event or with one have a closed likelihood (Meyer 1990); with more, the
 * integral over the logarithm of the frailty is taken by the trapezoidal rule around its mode.
 */
export function frailtyCode({ robust, weighted, delayed }: FrailtyPieces): string {
  return `frame <- model.frame(formula, rows)
X <- model.matrix(formula, frame)
y <- as.numeric(model.response(frame))
offset <- if (is.null(model.offset(frame))) 0 else model.offset(frame)
observations <- length(y)
keep <- kept(X)
Z <- X[, keep, drop = FALSE]
k <- ncol(Z)
group_weight <- ${weighted ? "rows$.weights[match(seq_len(max(group)), group)]" : "1"}
events <- rowsum(y, group)[, 1]
several <- which(events > 1)
number <- match(group, several)
in_several <- y == 1 & !is.na(number)

log_survival <- function(hazard, theta) -log1p(theta * hazard) / theta
# log E[exp(-vA) prod(1 - exp(-v h))] for the groups with several events, v = exp(x) gamma with mean 1 and variance theta.
log_mean <- function(A, h, of, theta) {
  a <- 1 / theta
  f <- function(x) rowsum(log(-expm1(-h * exp(x[of]))), of)[, 1] - (A + a) * exp(x) + a * x
  x <- 0 * A
  for (step in 1:200) {
    hv <- h * exp(x[of])
    r <- hv / expm1(hv)
    slope <- rowsum(r, of)[, 1] - (A + a) * exp(x) + a
    second <- rowsum(r * (1 - hv - r), of)[, 1] - (A + a) * exp(x)
    change <- pmax(-1, pmin(1, -slope / second))
    x <- x + change
    if (max(abs(change)) < 1e-11) break
  }
  width <- 1 / sqrt(-second)
  top <- f(x)
  total <- 0
  for (t in seq(-40, 12, by = 0.25)) total <- total + exp(f(x + t * width) - top)
  top + log(0.25 * width * total) + a * log(a) - lgamma(a)
}
units <- function(point) {
  theta <- exp(point[k + 1])
  hazard <- exp(drop(Z %*% point[seq_len(k)] + offset))
  A <- rowsum((1 - y) * hazard, group)[, 1]
  own <- rowsum(y * hazard, group)[, 1]
  before <- log_survival(A, theta)
  value <- before
  one <- events == 1
  value[one] <- before[one] + log(-expm1(log_survival(A[one] + own[one], theta) - before[one]))
  if (length(several) > 0) value[several] <- log_mean(A[several], hazard[in_several], number[in_several], theta)
${delayed ? "  value <- value - log_survival(rowsum(before_entry * hazard, group)[, 1], theta)\n" : ""}  group_weight * value
}
${MAXIMUM_OF_UNITS}

# From the complementary log-log without frailty, and a variance of 1/2.
${LINKS.cloglog}
${INVERSE}
${MAXIMUM_OF_ROWS}
w <- ${delayed ? "(1 - before_entry) * " : ""}${weighted ? "rows$.weights" : "rep(1, length(y))"}
pooled <- maximum_of_rows(Z, y, w, offset, flat_start(Z, offset, length(y)))
best <- maximum_of(units, c(pooled, log(0.5)))$finish()
log_likelihood <- best$value
in_place <- function(values) {
  all <- setNames(rep(NA_real_, ncol(X) + 1), c(colnames(X), "log(variance)"))
  all[c(keep, TRUE)] <- values
  all
}
estimate <- in_place(best$point)
std.error <- in_place(sqrt(diag(best$bread)))
${
  robust === null
    ? "robust <- NULL"
    : `${SANDWICH}
of_group <- ${robust.clusters ? "cluster[match(seq_len(max(group)), group)]" : "seq_len(max(group))"}
robust <- in_place(sqrt(diag(sandwich_of(best$bread, best$scores, of_group, "${robust.type}", length(y), k + 1))))`
}`;
}
