import { NUMERICAL_MAXIMUM } from "./rBinary.ts";

export interface CoxPieces {
  readonly ties: string;
  readonly robust: { readonly clusters: boolean } | null;
  readonly weighted: boolean;
  readonly firth: boolean;
}

/** `coxph`, which ties times that differ by rounding alone. */
export function coxCode({ ties, robust, weighted, firth }: CoxPieces): string {
  const more = [
    ...(weighted ? ["weights = .weights"] : []),
    ...(robust === null ? [] : [robust.clusters ? "cluster = .cluster" : "robust = TRUE"]),
  ];
  const call = (options: string) =>
    `suppressWarnings(coxph(${["formula", "rows", `ties = "${ties}"`, ...more].join(", ")}, ${options}))`;
  if (firth) return firthCode(call);
  return `fit <- ${call("control = coxph.control(eps = 1e-12, iter.max = 100)")}
estimate <- coef(fit)
known <- !is.na(estimate)
std.error <- ifelse(known, sqrt(diag(as.matrix(${robust === null ? "fit$var" : "fit$naive.var"}))), NA)
robust <- ${robust === null ? "NULL" : "ifelse(known, sqrt(diag(as.matrix(fit$var))), NA)"}
observations <- fit$n
log_likelihood <- tail(fit$loglik, 1)`;
}

/** The penalised log-likelihood is read off `coxph` at fixed coefficients. */
function firthCode(call: (options: string) => string): string {
  return `at <- function(b) ${call("init = b, control = coxph.control(iter.max = 0)")}
value <- function(b) {
  fit <- at(b)
  fit$loglik[1] - determinant(as.matrix(fit$var))$modulus[1] / 2
}
${NUMERICAL_MAXIMUM}
terms_of <- ${call("control = coxph.control(iter.max = 0)")}
best <- climb(value, 0 * coef(terms_of), function(b) as.matrix(at(b)$var))
estimate <- setNames(best, names(coef(terms_of)))
std.error <- sqrt(diag(as.matrix(at(best)$var)))
robust <- NULL
observations <- terms_of$n
log_likelihood <- value(best)`;
}
