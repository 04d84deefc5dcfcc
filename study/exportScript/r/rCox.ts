import { NUMERICAL_MAXIMUM } from "./rBinary.ts";
import { KEPT } from "./rCommon.ts";

export interface CoxPieces {
  readonly ties: string;
  readonly robust: { readonly clusters: boolean } | null;
  readonly weighted: boolean;
  readonly firth: boolean;
  /** Whether `left_out` names terms: `coxph` would choose among them itself. */
  readonly leftOut: boolean;
}

/** The formula with the columns that are kept in the place of its terms. */
const WITHOUT_LEFT_OUT = `${KEPT}
every <- suppressWarnings(coxph(formula, rows, control = coxph.control(iter.max = 0), x = TRUE))$x
rows$.X <- every[, kept(every), drop = FALSE]
parts <- terms(formula, specials = "strata")
also <- sapply(as.list(attr(parts, "variables"))[-1], deparse1)[c(attr(parts, "specials")$strata, attr(parts, "offset"))]
formula <- reformulate(c(".X", also), formula[[2]])
`;

/** Every row is its own cluster: coxph wants them where a subject may have several rows. */
const EACH_ROW = "rows$.cluster <- seq_len(nrow(rows))\n";

/** `coxph`, which ties times that differ by rounding alone. */
export function coxCode({ ties, robust, weighted, firth, leftOut }: CoxPieces): string {
  const more = [
    ...(weighted ? ["weights = .weights"] : []),
    ...(robust === null ? [] : ["cluster = .cluster"]),
  ];
  const call = (options: string) =>
    `suppressWarnings(coxph(${["formula", "rows", `ties = "${ties}"`, ...more].join(", ")}, ${options}))`;
  const rows = robust !== null && !robust.clusters ? EACH_ROW : "";
  const before = rows + (leftOut ? WITHOUT_LEFT_OUT : "");
  const names = (fit: string) => (leftOut ? "colnames(rows$.X)" : `names(coef(${fit}))`);
  if (firth) return before + firthCode(call, names("terms_of"));
  return `${before}fit <- ${call("control = coxph.control(eps = 1e-12, iter.max = 100)")}
estimate <- setNames(coef(fit), ${names("fit")})
known <- !is.na(estimate)
std.error <- ifelse(known, sqrt(diag(as.matrix(${robust === null ? "fit$var" : "fit$naive.var"}))), NA)
robust <- ${robust === null ? "NULL" : "ifelse(known, sqrt(diag(as.matrix(fit$var))), NA)"}
observations <- fit$n
log_likelihood <- tail(fit$loglik, 1)`;
}

/** The penalised log-likelihood is read off `coxph` at fixed coefficients. */
function firthCode(call: (options: string) => string, names: string): string {
  return `at <- function(b) ${call("init = b, control = coxph.control(iter.max = 0)")}
value <- function(b) {
  fit <- at(b)
  fit$loglik[1] - determinant(as.matrix(fit$var))$modulus[1] / 2
}
${NUMERICAL_MAXIMUM}
terms_of <- ${call("control = coxph.control(iter.max = 0)")}
best <- climb(value, 0 * coef(terms_of), function(b) as.matrix(at(b)$var))
estimate <- setNames(best, ${names})
std.error <- sqrt(diag(as.matrix(at(best)$var)))
robust <- NULL
observations <- terms_of$n
log_likelihood <- value(best)`;
}
