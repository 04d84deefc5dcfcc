# Reference values of the selection and duration models: both likelihoods written out here on their own, maximised by optim and
# polished by Newton's method with numerical derivatives of high order. Writes colon.csv and selectionDuration.json beside
# itself.
#
#   Rscript tests/reference/selectionDuration/selectionDuration.R    (a few minutes)
#
# Debian packages: r-base-core, r-cran-jsonlite, r-cran-survival, r-cran-statmod.
#
# Data: the colon cancer trial of survival::colon (Moertel et al. 1990). Selected: those whose cancer came back; duration: days
# from recurrence to death, right-censored at the end of the study. Recurrence and death on one day are left out.

suppressPackageStartupMessages({ library(jsonlite); library(survival); library(statmod) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))

data <- local({
  recurrence <- subset(colon, etype == 1); death <- subset(colon, etype == 2)
  death <- death[match(recurrence$id, death$id), ]
  d <- with(recurrence, data.frame(id, selected = status, time = death$time - time, event = death$status,
    treated = as.integer(rx == "Lev+5FU"), age, obstruct, node4, surg, extent, differ, sex))
  d <- d[complete.cases(d), ]
  d <- d[!(d$selected == 1 & d$time <= 0), ]
  d$time[d$selected == 0] <- NA; d$event[d$selected == 0] <- NA
  d$cluster <- d$id %% 40
  d$weight <- 1 + d$id %% 3 / 2
  d
})
write.csv(data, file.path(here, "colon.csv"), row.names = FALSE, quote = FALSE)

W <- model.matrix(~ treated + node4 + surg + extent + age, data)
X <- model.matrix(~ treated + node4 + age + factor(differ), data)
on <- data$selected == 1; X <- X[on, ]; t <- data$time[on]; d <- data$event[on]
kw <- ncol(W); kx <- ncol(X)

# Phi2 by Drezner and Wesolowsky's integral over the angle with 40 Gauss nodes.
rule <- gauss.quad(40)
pbinorm <- function(h, k, rho) {
  theta <- asin(rho) * (1 + rule$nodes) / 2
  inside <- sapply(theta, function(a) exp(-(h^2 + k^2 - 2 * h * k * sin(a)) / (2 * cos(a)^2)))
  pnorm(h) * pnorm(k) + drop(inside %*% rule$weights) * asin(rho) / (4 * pi)
}

rows <- list(
  fgm = function(eta, u, lnh, alpha) {
    l1 <- exp(-eta); A <- -expm1(-l1); v <- log(A)
    A <- A[on]; l1 <- l1[on]
    v[on] <- ifelse(d == 1, -l1 - u + lnh + log(1 + alpha * A * (1 - 2 * exp(-u))),
                    -l1 - u + log(1 + alpha * A * -expm1(-u)))
    v
  },
  gaussian = function(eta, u, lnh, rho) {
    v <- pnorm(-eta, log.p = TRUE); e <- eta[on]
    q <- qnorm(-u, lower.tail = FALSE, log.p = TRUE)
    own <- lnh - u + pnorm((e + rho * q) / sqrt(1 - rho^2), log.p = TRUE)
    own[d == 0] <- log(pbinorm(e[d == 0], -q[d == 0], rho))
    v[on] <- own
    v
  })

width <- NULL # of the numerical derivatives, a parameter

contributions <- function(theta, kind, exponential) {
  eta <- drop(W %*% theta[1:kw]); lambda <- drop(X %*% theta[kw + 1:kx])
  p <- if (exponential) 1 else exp(theta[kw + kx + 1])
  u <- (exp(lambda) * t)^p
  lnh <- log(p) + lambda + (p - 1) * (log(t) + lambda)
  rows[[kind]](eta, u, lnh, tanh(theta[length(theta)]))
}

derivative <- function(f, theta) sapply(seq_along(theta), function(j) {
  h <- width[j]; e <- replace(numeric(length(theta)), j, h); at <- function(m) f(theta + m * e)
  (45 * (at(1) - at(-1)) - 9 * (at(2) - at(-2)) + (at(3) - at(-3))) / (60 * h)
})
scaleOf <- function(M) 1 / pmax(1, apply(abs(M), 2, max))

one <- function(kind, exponential, weight = rep(1, nrow(W))) {
  further <- rep(1, if (exponential) 1 else 2)
  width <<- 4e-3 * c(scaleOf(W), scaleOf(X), further)
  value <- function(theta) sum(weight * contributions(theta, kind, exponential))
  scores <- function(theta) derivative(function(x) contributions(x, kind, exponential), theta)
  gradient <- function(theta) colSums(weight * scores(theta))
  # glm warns of weights that are not whole.
  separate <- suppressWarnings(if (kind == "gaussian") glm(data$selected ~ W - 1, family = binomial("probit"), weights = weight) else
    glm(I(1 - data$selected) ~ W - 1, family = binomial("cloglog"), weights = weight))
  weibull <- survreg(Surv(t, d) ~ X - 1, dist = if (exponential) "exponential" else "weibull", weights = weight[on],
                     control = list(rel.tolerance = 1e-12))
  gamma <- unname(if (kind == "gaussian") coef(separate) else -coef(separate))
  base <- c(gamma, -unname(coef(weibull)), if (!exponential) -log(weibull$scale))
  ends <- lapply(c(-0.6, 0, 0.6), function(a) {
    theta <- c(base, a)
    theta <- suppressWarnings(optim(theta, value, gradient, method = "BFGS",
      control = list(fnscale = -1, maxit = 500, reltol = 1e-12, parscale = width)))$par
    list(theta = theta, value = value(theta))
  })
  theta <- ends[[which.max(sapply(ends, `[[`, "value"))]]$theta
  for (i in 1:12) {
    g <- gradient(theta); H <- derivative(gradient, theta); H <- (H + t(H)) / 2
    if (max(abs(g) * sqrt(abs(diag(solve(-H))))) < 1e-9) break
    theta <- theta - solve(H, g)
  }
  V <- solve(-H); S <- weight * scores(theta)
  cat(kind, exponential, "gradient in standard errors", max(abs(gradient(theta)) * sqrt(diag(V))), "\n")
  stopifnot(max(abs(gradient(theta)) * sqrt(diag(V))) < 1e-8)
  robust <- function(S, factor) unname(sqrt(diag(V %*% crossprod(S) %*% V) * factor))
  byCluster <- rowsum(S, data$cluster); G <- nrow(byCluster)
  list(kind = kind, exponential = exponential, weighted = any(weight != 1),
       selectionTerms = colnames(W), durationTerms = colnames(X), estimate = unname(theta), stdError = unname(sqrt(diag(V))),
       logLikelihood = value(theta), HC0 = robust(S, 1), cluster = robust(byCluster, G / (G - 1)),
       logLikelihoodIndependent = value(c(base, 0)), apart = base)
}

fits <- list(one("gaussian", FALSE), one("gaussian", TRUE), one("fgm", FALSE), one("fgm", TRUE),
             one("gaussian", FALSE, data$weight), one("fgm", FALSE, data$weight))
for (f in fits) cat(f$kind, f$exponential, "dependence", tanh(tail(f$estimate, 1)), "\n")
writeLines(toJSON(list(versions = list(R = R.version.string, survival = as.character(packageVersion("survival"))),
                       rows = nrow(data), selected = sum(on), events = sum(d), fits = fits),
                  digits = NA, auto_unbox = TRUE), file.path(here, "selectionDuration.json"))
