import { INVERSE, LINKS, MAXIMUM_OF_ROWS, SANDWICH } from "./rCommon.ts";

export interface BinaryPieces {
  readonly link: string;
  readonly information: "observed" | "expected";
  readonly robust: { readonly type: string; readonly clusters: boolean } | null;
  readonly weighted: boolean;
}

/** `glm`, its estimates taken to the maximum by Newton's steps, and standard errors from the information asked for. */
export function binaryCode({ link, information, robust, weighted }: BinaryPieces): string {
  return `fit <- suppressWarnings(glm(formula, binomial("${link}"), rows${weighted ? ", weights = .weights" : ""}, x = TRUE,
  control = glm.control(epsilon = 1e-10, maxit = 100)))
keep <- kept(fit$x)
X <- fit$x[, keep, drop = FALSE]
y <- fit$y
w <- fit$prior.weights
offset <- if (is.null(fit$offset)) 0 else fit$offset
${LINKS[link]}

${INVERSE}
${MAXIMUM_OF_ROWS}
# glm stops when the deviance does not change, and where it left out another term it is no start.
start <- if (all(keep) && fit$converged && !anyNA(coef(fit))) coef(fit) else flat_start(X, offset, length(y))
estimate <- replace(coef(fit), keep, maximum_of_rows(X, y, w, offset, start))
estimate[!keep] <- NA
at <- link(drop(X %*% estimate[keep] + offset), y)
observations <- length(y)
log_likelihood <- sum(w * at$value)
# glm's own standard errors are those of the expected information.
bread <- inverse_of(X, -w * at$${information === "observed" ? "second" : "expected"})
${errors(robust)}`;
}

function errors(robust: BinaryPieces["robust"]): string {
  const own = "std.error <- estimate; std.error[keep] <- sqrt(diag(bread))";
  if (robust === null) return `${own}\nrobust <- NULL`;
  const cluster = robust.clusters ? "cluster" : "NULL";
  return `${own}
${SANDWICH}
robust <- estimate
robust[keep] <- sqrt(diag(sandwich_of(bread, X * (w * at$score), ${cluster}, "${robust.type}", length(y), sum(keep))))`;
}

/** Heinze & Schemper (2002): the maximum of the log-likelihood plus half the log-determinant of the expected information. */
export function firthCode({ link, weighted, information }: Omit<BinaryPieces, "robust">): string {
  return `frame <- model.frame(formula, rows)
X <- model.matrix(formula, frame)
y <- as.numeric(model.response(frame))
w <- ${weighted ? "rows$.weights" : "rep(1, length(y))"}
offset <- if (is.null(model.offset(frame))) 0 else model.offset(frame)
keep <- kept(X)
Z <- X[, keep, drop = FALSE]
${LINKS[link]}
information <- function(b) {
  at <- link(drop(Z %*% b + offset), y)
  crossprod(Z, Z * (-w * at$expected))
}
value <- function(b) {
  at <- link(drop(Z %*% b + offset), y)
  sum(w * at$value) + determinant(information(b))$modulus[1] / 2
}
${NUMERICAL_MAXIMUM}
best <- climb(value, rep(0, ncol(Z)), function(b) solve(information(b)))
estimate <- setNames(rep(NA_real_, ncol(X)), colnames(X)); estimate[keep] <- best
std.error <- estimate; std.error[keep] <- sqrt(diag(solve(${
    information === "expected"
      ? "information(best)"
      : "crossprod(Z, Z * (-w * link(drop(Z %*% best + offset), y)$second))"
  })))
robust <- NULL
observations <- length(y)
log_likelihood <- value(best)`;
}

/** Steps V g with a numerical gradient of fourth order, halved until they do not lose. */
export const NUMERICAL_MAXIMUM = `climb <- function(value, b, covariance) {
  for (step in 1:500) {
    V <- covariance(b)
    h <- 0.01 * sqrt(diag(V))
    gradient <- sapply(seq_along(b), function(j) {
      moved <- function(times) value(replace(b, j, b[j] + times * h[j]))
      (8 * (moved(1) - moved(-1)) - (moved(2) - moved(-2))) / (12 * h[j])
    })
    change <- drop(V %*% gradient)
    while (value(b + change) < value(b) - 1e-8) change <- change / 2
    b <- b + change
    if (max(abs(change) / sqrt(diag(V))) < 1e-9) break
  }
  b
}`;
