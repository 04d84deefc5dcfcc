import { INVERSE, LINKS, MAXIMUM_OF_ROWS, SANDWICH } from "./rCommon.ts";

export interface RandomEffectsPieces {
  readonly link: string;
  readonly nodes: number;
  /** Without clusters the groups are the clusters. */
  readonly robust: { readonly type: string; readonly clusters: boolean } | null;
  /** Weights of the rows' log-likelihoods inside the integral. */
  readonly weighted: boolean;
}

const LATENT_SD: Readonly<Record<string, string>> = {
  probit: "1",
  logit: "pi / sqrt(3)",
  cloglog: "pi / sqrt(6)",
};

/**
 * The likelihood written out: adaptive Gauss-Hermite quadrature at each group's mode. Steps of Newton's method with the
 * Hessian at fixed nodes and, near the maximum, a numerical gradient of the quadrature itself.
 */
export function randomEffectsCode({ link, nodes, robust, weighted }: RandomEffectsPieces): string {
  return `frame <- model.frame(formula, rows)
X <- model.matrix(formula, frame)
y <- as.numeric(model.response(frame))
offset <- if (is.null(model.offset(frame))) 0 else model.offset(frame)
observations <- length(y)
keep <- kept(X)
Z <- X[, keep, drop = FALSE]
k <- ncol(Z)
w <- ${weighted ? "rows$.weights" : "1"}
${LINKS[link]}

# Nodes and weights of the rule, by Golub and Welsch.
nodes <- ${nodes}
off <- sqrt(seq_len(nodes - 1) / 2)
jacobi <- diag(0, nodes)
jacobi[cbind(seq_along(off), seq_along(off) + 1)] <- off
jacobi[cbind(seq_along(off) + 1, seq_along(off))] <- off
rule <- eigen(jacobi, symmetric = TRUE)
a <- rule$values
log_weight <- log(sqrt(pi) * rule$vectors[1, ]^2) + a^2

# Groups are numbered as they first appear, which is the order of the sums.
by_group <- function(values) rowsum(values, group, reorder = FALSE)
mode <- numeric(max(group))
# The mode of each group's integrand and its scale there.
find_modes <- function(eta, sigma) {
  objective <- function(m) by_group(w * link(eta + sigma * m[group], y, 1)$value)[, 1] - m^2 / 2
  now <- objective(mode)
  for (step in 1:100) {
    at <- link(eta + sigma * mode[group], y, 2)
    slope <- sigma * by_group(w * at$score)[, 1] - mode
    steepness <- 1 - sigma^2 * by_group(w * at$second)[, 1]
    change <- pmax(-2, pmin(2, slope / steepness))
    for (half in 1:40) {
      after <- objective(mode + change)
      worse <- is.na(after) | after < now - 1e-12 * abs(now)
      if (!any(worse)) break
      change[worse] <- change[worse] / 2
    }
    mode <<- mode + change
    now <- after
    if (max(abs(change)) < 1e-10) break
  }
  at <- link(eta + sigma * mode[group], y, 2)
  1 / sqrt(1 - sigma^2 * by_group(w * at$second)[, 1])
}
# Log-likelihood by group; with derivatives also the score by group and the Hessian, the nodes held fixed.
likelihood <- function(point, derivatives = FALSE) {
  sigma <- exp(point[k + 1])
  eta <- drop(Z %*% point[seq_len(k)] + offset)
  scale <- find_modes(eta, sigma)
  u <- mode + sqrt(2) * outer(scale, a)
  rows_at <- lapply(seq_len(nodes), function(j) link(eta + sigma * u[group, j], y, if (derivatives) 2 else 1))
  values <- matrix(unlist(lapply(rows_at, function(at) w * at$value)), ncol = nodes)
  log_w <- by_group(values) - u^2 / 2 + rep(log_weight, each = nrow(u))
  top <- do.call(pmax, lapply(seq_len(nodes), function(j) log_w[, j]))
  omega <- exp(log_w - top)
  total <- rowSums(omega)
  value <- log(scale * total) + top - log(pi) / 2
  if (!derivatives) return(value)
  omega <- omega / total
  score <- matrix(0, max(group), k + 1)
  hessian <- matrix(0, k + 1, k + 1)
  for (j in seq_len(nodes)) {
    at <- rows_at[[j]]
    W <- cbind(Z, sigma * u[group, j])
    s <- by_group(W * (w * at$score))
    score <- score + omega[, j] * s
    hessian <- hessian + crossprod(W, W * (omega[group, j] * w * at$second)) + crossprod(s, omega[, j] * s)
    hessian[k + 1, k + 1] <- hessian[k + 1, k + 1] + sum(omega[, j] * s[, k + 1])
  }
  list(value = value, score = score, hessian = hessian - crossprod(score))
}
# Score by group with the nodes moving, by central differences.
moving_score <- function(point, size) sapply(seq_along(point), function(j) {
  (likelihood(replace(point, j, point[j] + size[j])) - likelihood(replace(point, j, point[j] - size[j]))) / (2 * size[j])
})

# From the model without random effect, and sigma half the standard deviation of the latent error.
${INVERSE}
${MAXIMUM_OF_ROWS}
pooled <- maximum_of_rows(Z, y, w, offset, flat_start(Z, offset, length(y)))
point <- c(pooled, log(0.5 * ${LATENT_SD[link]}))
near <- FALSE
for (step in 1:100) {
  at <- likelihood(point, TRUE)
  negative <- tryCatch(chol(-at$hessian), error = function(e) NULL)
  bread <- if (is.null(negative)) solve(crossprod(at$score)) else chol2inv(negative)
  error <- sqrt(diag(bread))
  gradient <- colSums(if (near) moving_score(point, 1e-3 * error) else at$score)
  change <- drop(bread %*% gradient)
  while (!near && !isTRUE(sum(likelihood(point + change)) >= sum(at$value) - 1e-9)) change <- change / 2
  point <- point + change
  size <- max(abs(change) / error)
  if (near && size < 1e-8) break
  near <- near || size < 1e-3
}
at <- likelihood(point, TRUE)
bread <- solve(-at$hessian)
log_likelihood <- sum(at$value)
in_place <- function(values) {
  all <- setNames(rep(NA_real_, ncol(X) + 1), c(colnames(X), "log(sigma)"))
  all[c(keep, TRUE)] <- values
  all
}
estimate <- in_place(point)
std.error <- in_place(sqrt(diag(bread)))
${errors(robust)}`;
}

function errors(robust: RandomEffectsPieces["robust"]): string {
  if (robust === null) return "robust <- NULL";
  return `${SANDWICH}
scores <- moving_score(point, 1e-3 * sqrt(diag(bread)))
# Clusters hold whole groups.
of_group <- ${robust.clusters ? "cluster[match(seq_len(max(group)), group)]" : "seq_len(max(group))"}
robust <- in_place(sqrt(diag(sandwich_of(bread, scores, of_group, "${robust.type}", length(y), k + 1))))`;
}
