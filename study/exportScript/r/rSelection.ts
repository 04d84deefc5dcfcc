import { SANDWICH } from "./rCommon.ts";
import { MAXIMUM_OF_UNITS } from "./rMaximum.ts";

export interface SelectionPieces {
  readonly dependence: "fgm" | "gaussian";
  readonly exponential: boolean;
  /** The bound at which the dependence is held, or null where it is estimated. */
  readonly held: -1 | 1 | null;
  readonly robust: { readonly type: string; readonly clusters: boolean } | null;
  readonly weighted: boolean;
}

const ROWS: Readonly<Record<SelectionPieces["dependence"], string>> = {
  fgm: `# Boehmke, Morey and Shannon (2006): selection by exp(-exp(-w)), the density of Farlie, Gumbel and Morgenstern.
likelihood <- function(eta, u, log_density, alpha) {
  l <- exp(-eta)
  A <- -expm1(-l)
  value <- log(A)
  A <- A[on]
  value[on] <- -l[on] - u + ifelse(event == 1, log_density + log1p(alpha * A * (1 - 2 * exp(-u))), log1p(alpha * A * -expm1(-u)))
  value
}`,
  gaussian: `# Probability that two normals with correlation rho lie below h and k: an integral over the angle by Gauss's rule.
nodes <- 48
off <- seq_len(nodes - 1) / sqrt(4 * seq_len(nodes - 1)^2 - 1)
jacobi <- diag(0, nodes)
jacobi[cbind(seq_along(off), seq_along(off) + 1)] <- jacobi[cbind(seq_along(off) + 1, seq_along(off))] <- off
rule <- eigen(jacobi, symmetric = TRUE)
both_below <- function(h, k, rho) {
  angle <- asin(rho) * (1 + rule$values) / 2
  inside <- sapply(angle, function(a) exp(-(h^2 + k^2 - 2 * h * k * sin(a)) / (2 * cos(a)^2)))
  pnorm(h) * pnorm(k) + drop(inside %*% (2 * rule$vectors[1, ]^2)) * asin(rho) / (4 * pi)
}
# Selection by a probit, joined to the duration by a Gaussian copula.
likelihood <- function(eta, u, log_density, rho) {
  value <- pnorm(-eta, log.p = TRUE)
  q <- qnorm(-u, lower.tail = FALSE, log.p = TRUE)
  own <- log_density - u + pnorm((eta[on] + rho * q) / sqrt(1 - rho^2), log.p = TRUE)
  censored <- event == 0
  own[censored] <- log(both_below(eta[on][censored], -q[censored], rho))
  value[on] <- own
  value
}`,
};

/** Selection and duration by the likelihood of the rows; \`rows\`, \`on\`, \`time\` and \`event\` are made before. */
export function selectionCode({ dependence, exponential, held, robust, weighted }: SelectionPieces): string {
  const start =
    dependence === "gaussian"
      ? 'glm.fit(Z, as.numeric(on), w, family = binomial("probit"))$coefficients'
      : '-glm.fit(Z, as.numeric(!on), w, family = binomial("cloglog"))$coefficients';
  const further = [...(exponential ? [] : ["log(shape)"]), ...(held === null ? ["atanh(dependence)"] : [])];
  const starts = held === null ? "c(-0.6, 0, 0.6)" : "NA";
  const start0 = ["apart", "duration", ...(exponential ? [] : ["0"]), ...(held === null ? ["a"] : [])].join(
    ", ",
  );
  return `W <- model.matrix(selection_formula, rows)
X <- model.matrix(duration_formula, rows[on, , drop = FALSE])
w <- ${weighted ? "rows$.weights" : "rep(1, nrow(rows))"}
observations <- nrow(rows)
independent <- function(M) { d <- qr(M); seq_len(ncol(M)) %in% d$pivot[seq_len(d$rank)] }
keep_W <- independent(W)
keep_X <- independent(X)
Z <- W[, keep_W, drop = FALSE]
Y <- X[, keep_X, drop = FALSE]
kw <- ncol(Z)
kx <- ncol(Y)
${ROWS[dependence]}
units <- function(point) {
  lambda <- drop(Y %*% point[kw + seq_len(kx)])
  p <- ${exponential ? "1" : "exp(point[kw + kx + 1])"}
  u <- (exp(lambda) * time)^p
  w * likelihood(drop(Z %*% point[seq_len(kw)]), u, log(p) + lambda + (p - 1) * (log(time) + lambda), ${held === null ? "tanh(point[length(point)])" : String(held)})
}
${MAXIMUM_OF_UNITS}

# From the two models apart, with ${held === null ? "three values of the dependence" : `the dependence held at its bound, where bandwagon found the maximum`}.
apart <- suppressWarnings(${start})
rate <- log(sum(w[on] * event) / sum(w[on] * time))
constant <- tryCatch(qr.coef(qr(Y), rep(rate, nrow(Y))), error = function(e) rep(0, kx))
duration <- suppressWarnings(glm.fit(Y, event, w[on], offset = log(time), family = poisson("log"), start = constant))$coefficients
ends <- suppressWarnings(lapply(${starts}, function(a) tryCatch(maximum_of(units, c(${start0})), error = function(e) NULL)))
ends <- Filter(function(end) !is.null(end) && isTRUE(end$proper), ends)
best <- ends[[which.max(sapply(ends, function(end) end$value))]]$finish()
log_likelihood <- best$value
in_place <- function(values) {
  names <- c(paste0("selection: ", colnames(W)), paste0("duration: ", colnames(X))${further.map((name) => `, "${name}"`).join("")})
  all <- setNames(rep(NA_real_, length(names)), names)
  all[c(keep_W, keep_X, rep(TRUE, ${further.length}))] <- values
  all
}
estimate <- in_place(best$point)
std.error <- in_place(sqrt(diag(best$bread)))
${
  robust === null
    ? "robust <- NULL"
    : `${SANDWICH}
robust <- in_place(sqrt(diag(sandwich_of(best$bread, best$scores, ${robust.clusters ? "cluster" : "NULL"}, "${robust.type}", observations, length(best$point)))))`
}`;
}
