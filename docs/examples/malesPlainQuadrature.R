# The dynamic random-effects probit of union membership with the plain (not adaptive) Gauss-Hermite rule that was common in
# 2005, by number of nodes: how much of an estimate is the rule's. Base R; `Rscript docs/examples/malesPlainQuadrature.R`
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
males <- read.csv(file.path(here, "males.csv.gz"))
males$lag <- ave(males$union, males$nr, FUN = function(union) c(NA, union[-8]))
males$initial <- ave(males$union, males$nr, FUN = function(union) union[1])
later <- males[males$year > 1980, ]
X <- model.matrix(~ lag + initial + married + married81 + married82 + married83 + married84 + married85 + married86 +
                    married87 + educ + black + factor(year), later)
sign <- 2 * later$union - 1
man <- match(later$nr, unique(later$nr))
k <- ncol(X)

plainRule <- function(nodes) {
  i <- seq_len(nodes - 1)
  J <- matrix(0, nodes, nodes)
  J[cbind(i, i + 1)] <- J[cbind(i + 1, i)] <- sqrt(i / 2)
  parts <- eigen(J, symmetric = TRUE)
  list(at = parts$values * sqrt(2), weight = parts$vectors[1, ]^2)
}

fit <- function(nodes) {
  rule <- plainRule(nodes)
  byNode <- function(p, visit) {
    index <- drop(X %*% p[1:k])
    for (q in seq_len(nodes)) {
      z <- sign * (index + exp(p[k + 1]) * rule$at[q])
      visit(rule$at[q], drop(rule$weight[q] * exp(rowsum(pnorm(z, log.p = TRUE), man))), z)
    }
  }
  minusLogLikelihood <- function(p) {
    L <- 0
    byNode(p, function(at, l, z) L <<- L + l)
    -sum(log(L))
  }
  gradient <- function(p) {
    L <- 0; G <- 0
    byNode(p, function(at, l, z) {
      score <- sign * exp(dnorm(z, log = TRUE) - pnorm(z, log.p = TRUE))
      L <<- L + l
      G <<- G + l * cbind(rowsum(X * score, man), exp(p[k + 1]) * at * rowsum(score, man))
    })
    -colSums(G / L)
  }
  start <- c(coef(glm(later$union ~ X - 1, family = binomial(probit))), 0)
  found <- optim(start, minusLogLikelihood, gradient, method = "BFGS", hessian = TRUE,
                 control = list(maxit = 500, reltol = 1e-13))
  errors <- sqrt(diag(solve(found$hessian)))
  sigma <- exp(found$par[k + 1])
  c(nodes = nodes, lag = found$par[[2]], se = errors[2], initial = found$par[[3]], se = errors[3], sigma = sigma,
    se = sigma * errors[k + 1], logLikelihood = -found$value)
}
print(round(t(sapply(c(8, 10, 12, 24, 40), fit)), 4))
