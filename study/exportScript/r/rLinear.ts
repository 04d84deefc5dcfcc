import { INVERSE, SANDWICH } from "./rCommon.ts";

export interface LinearPieces {
  readonly robust: { readonly type: string; readonly clusters: boolean } | null;
  readonly weighted: boolean;
  /** Code of the absorbed factors, each `codes(a, b)` on the rows used. */
  readonly absorbed: readonly string[];
}

/** Least squares after the absorbed effects have been projected out of every column. */
export function linearCode({ robust, weighted, absorbed }: LinearPieces): string {
  return `frame <- model.frame(formula, rows)
y <- as.numeric(model.response(frame))
X <- model.matrix(formula, frame)
w <- ${weighted ? "rows$.weights" : "rep(1, length(y))"}
n <- length(y)
absorbed <- ${absorbed.length === 0 ? "list()" : `with(rows, list(${absorbed.join(", ")}))`}
${absorbed.length === 0 ? "effects <- 0" : PROJECTION}
keep <- kept(X)
${INVERSE}
whole <- lm.fit(X[, keep, drop = FALSE] * sqrt(w), y * sqrt(w), tol = 1e-11)
estimate <- setNames(rep(NA_real_, ncol(X)), colnames(X))
estimate[keep] <- whole$coefficients
left <- whole$residuals
bread <- inverse_of(X[, keep, drop = FALSE], w)
std.error <- estimate
std.error[keep] <- sqrt(diag(bread) * sum(left^2) / (n - sum(keep) - effects))
observations <- n
log_likelihood <- (sum(log(w)) - n * (log(2 * pi) + 1 + log(sum(left^2) / n))) / 2
${robust === null ? "robust <- NULL" : robustCode(robust, absorbed.length > 0)}`;
}

function robustCode({ type, clusters }: NonNullable<LinearPieces["robust"]>, hasEffects: boolean): string {
  const counted = clusters && hasEffects ? NESTED : "counted <- effects";
  return `# The parameters that count: those of effects that lie within clusters do not, as in fixest and reghdfe.
${counted}
${SANDWICH}
robust <- estimate
robust[keep] <- sqrt(diag(sandwich_of(bread, X[, keep, drop = FALSE] * (sqrt(w) * left), ${clusters ? "cluster" : "NULL"}, "${type}", n, sum(keep) + counted)))`;
}

const NESTED = `nested <- vapply(absorbed, function(f) all(tapply(cluster, f, function(c) length(unique(c))) == 1), TRUE)
counted <- max(1, parameters_of(absorbed[!nested]))`;

const PROJECTION = `# Alternating projections: the (weighted) means by each factor are taken away until nothing changes.
demean <- function(M) {
  scale <- sqrt(colMeans(M^2)) + 1e-300
  repeat {
    before <- M
    for (f in absorbed) M <- M - (rowsum(M * w, f) / as.vector(rowsum(w, f)))[f, , drop = FALSE]
    if (length(absorbed) == 1 || max(abs(M - before) %*% diag(1 / scale, ncol(M))) < 1e-13) return(M)
  }
}
# How many parameters the dummies are: connected components of two factors' levels make one each redundant.
parameters_of <- function(factors) {
  components <- function(f, g) {
    label <- seq_len(max(f))
    repeat {
      next_label <- as.vector(tapply(as.vector(tapply(label[f], g, min))[g], f, min))
      if (identical(as.numeric(next_label), as.numeric(label))) return(length(unique(label)))
      label <- next_label
    }
  }
  total <- 0
  for (i in seq_along(factors)) {
    redundant <- vapply(seq_len(i - 1), function(j) components(factors[[j]], factors[[i]]), 0)
    total <- total + max(factors[[i]]) - max(0, redundant)
  }
  total
}
effects <- parameters_of(absorbed)
X <- X[, colnames(X) != "(Intercept)", drop = FALSE]
norm <- sqrt(colSums(X^2))
y <- drop(demean(cbind(y)))
X <- demean(X)
X[, sqrt(colSums(X^2)) < 1e-9 * norm] <- 0  # explained by the absorbed effects`;
