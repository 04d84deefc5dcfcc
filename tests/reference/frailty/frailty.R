# Reference values of the grouped hazard with gamma frailty. Writes kidney.csv, cgd.csv and lung.csv (durations as given), and
# frailty.json beside itself.
#
#   Rscript tests/reference/frailty/frailty.R
#
# Debian packages: r-base-core, r-cran-survival, r-cran-jsonlite.
#
# Nothing here is closed: each group's likelihood is the product of its rows' Bernoulli probabilities given v, integrated
# over the gamma density of log v by integrate() around its mode. The
# maximum is Newton's, whose derivatives are means over v given the data (the identities of Fisher and Louis).

suppressPackageStartupMessages({ library(survival); library(jsonlite) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
data(cancer, package = "survival"); data(cgd, package = "survival")

write_csv <- function(data, name) write.csv(data, file.path(here, name), row.names = FALSE, quote = FALSE)

# Rows at risk in (cut[j], cut[j+1]], to the one in which the duration ends; start delays entry.
person_periods <- function(data, cuts) {
  rows <- survSplit(Surv(start, stop, event) ~ ., data, cut = cuts[-1], episode = "none")
  rows$period <- findInterval(rows$start, cuts)
  rows
}

# Kidney infections, two spells a patient (McGilchrist & Aisbett 1991); groups are patients.
kidney <- data.frame(id = kidney$id, start = 0, stop = kidney$time, event = kidney$status, age = kidney$age,
                     female = kidney$sex - 1)
write_csv(kidney, "kidney.csv")
# Chronic granulomatous disease: up to 7 infections a patient in counting-process rows; groups are patients.
cgd <- data.frame(id = cgd$id, start = cgd$tstart, stop = cgd$tstop, event = cgd$status,
                  treated = as.integer(cgd$treat == "rIFN-g"), age = cgd$age, center = as.integer(cgd$center))
write_csv(cgd, "cgd.csv")
# Survival of lung cancer: one spell a group.
lung <- na.omit(data.frame(id = seq_len(nrow(lung)), start = 0, stop = lung$time, event = lung$status - 1, age = lung$age,
                           female = lung$sex - 1, karnofsky = lung$ph.karno, institution = lung$inst))
write_csv(lung, "lung.csv")

# All of a group given v = e^x: log-likelihood, score by (b, log theta), second derivatives; x is one number.
posterior <- function(group, b, lt) {
  X <- group$X; y <- group$y; eta <- drop(X %*% b) + group$offset; a <- exp(-lt)
  logf <- function(x) sapply(x, function(x1) {
    h <- exp(eta + x1)
    sum(ifelse(y == 1, log(-expm1(-h)), -h)) + a * log(a) - lgamma(a) + a * x1 - a * exp(x1)
  })
  mode <- optimize(logf, c(-15, 15), maximum = TRUE, tol = 1e-8)$maximum
  d <- 1e-3; width <- 1 / sqrt(-(logf(mode + d) - 2 * logf(mode) + logf(mode - d)) / d^2)
  top <- logf(mode)
  # integrate() over windows of the integrand's own width, so that its peak cannot be missed.
  ends <- c(-40 / min(a + sum(y), 4) - 12 * width, -6, -3, -1.5, 0, 1.5, 3, 6, 12) * c(1, rep(width, 8))
  ends <- sort(unique(mode + ends))
  mean_of <- function(f) sum(sapply(seq_len(length(ends) - 1), function(i)
    integrate(f, ends[i], ends[i + 1], rel.tol = 1e-11, abs.tol = 1e-15, subdivisions = 500, stop.on.error = FALSE)$value))
  weight <- function(x) exp(logf(x) - top)
  list(logf = logf, weight = weight, mean_of = mean_of, top = top, eta = eta, a = a)
}
group_ll <- function(group, b, lt) { p <- posterior(group, b, lt); p$top + log(p$mean_of(p$weight)) }

# Conditional on no event before entry, when rows are marked.
with_entry <- function(group, f) {
  value <- f(group)
  if (!any(group$entry == 1)) return(value)
  k <- group$entry == 1
  before <- f(list(X = group$X[k, , drop = FALSE], y = group$y[k], offset = group$offset[k], w = group$w, entry = 0 * group$y[k]))
  Map(`-`, value, before)
}

derivatives <- function(group, b, lt) {
  p <- posterior(group, b, lt); X <- group$X; y <- group$y; k <- ncol(X)
  total <- p$mean_of(p$weight); a <- p$a
  row <- function(x) {
    h <- exp(p$eta + x)
    s <- ifelse(y == 1, h / expm1(h), -h)
    c2 <- ifelse(y == 1, s * (1 - h - s), -h)                     # second derivative by eta
    st <- -a * (log(a) + 1 - digamma(a) + x - exp(x))              # by log theta
    ct <- a * (log(a) + 1 - digamma(a) + x - exp(x)) + a^2 * (1 / a - trigamma(a))
    u <- c(drop(crossprod(X, s)), st)
    H <- matrix(0, k + 1, k + 1); H[1:k, 1:k] <- crossprod(X, X * c2); H[k + 1, k + 1] <- ct
    list(u = u, m = H + tcrossprod(u))
  }
  # Means over 400 equal steps across the support of the integrand.
  coarse <- seq(-60, 15, 0.05)
  ends <- range(coarse[p$weight(coarse) > 1e-17]) + c(-0.05, 0.05)
  grid <- seq(ends[1], ends[2], length.out = 400)
  w <- p$weight(grid); w <- w / sum(w)
  g <- 0; M <- 0
  for (i in which(w > 1e-18)) { r <- row(grid[i]); g <- g + w[i] * r$u; M <- M + w[i] * r$m }
  list(g = g, H = M - tcrossprod(g))
}

one <- function(formula, rows, group, event = rows$event, offset = 0, weights = 1, entry = 0, cluster = NULL) {
  X <- model.matrix(formula, rows); n <- nrow(X); k <- ncol(X)
  offset <- rep(offset, length.out = n); weights <- rep(weights, length.out = n); entry <- rep(entry, length.out = n)
  groups <- lapply(split(seq_len(n), group), function(i)
    list(X = X[i, , drop = FALSE], y = event[i], offset = offset[i], w = weights[i][1], entry = entry[i]))
  ll <- function(p) sum(sapply(groups, function(g)
    g$w * with_entry(g, function(h) list(group_ll(h, p[1:k], p[k + 1])))[[1]]))
  seen <- entry == 0
  pooled <- glm.fit(X[seen, , drop = FALSE], event[seen], weights[seen], offset = offset[seen], family = binomial("cloglog"),
                    control = glm.control(epsilon = 1e-15, maxit = 100), intercept = FALSE)
  h <- exp(drop(X[seen, , drop = FALSE] %*% coef(pooled)) + offset[seen])
  pooled_ll <- sum(weights[seen] * ifelse(event[seen] == 1, log(-expm1(-h)), -h))
  p <- c(coef(pooled), lnVariance = log(0.5))
  for (step in 1:40) {
    d <- lapply(groups, function(g) lapply(with_entry(g, function(h) derivatives(h, p[1:k], p[k + 1])), `*`, g$w))
    g <- Reduce(`+`, lapply(d, `[[`, 1)); H <- Reduce(`+`, lapply(d, `[[`, 2))
    # Far from the maximum the log-likelihood may curve upwards; then the step is that of gradient ascent in H's own scale.
    e <- eigen(H / sqrt(outer(abs(diag(H)), abs(diag(H)))))$values
    curved <- max(e) >= 0
    move <- if (curved) g / abs(diag(H)) else solve(-H, g); cat(step, sum(g * move), exp(p[k + 1]), "\n")
    p <- p + move * min(1, 0.7 / abs(move[k + 1]))
    if (!curved && sum(g * move) < 1e-16) break
  }
  best <- ll(p)
  # Nothing nearby is higher, by the integrals alone.
  for (i in unique(c(1, k, k + 1))) for (s in c(-1, 1)) { q <- p; q[i] <- q[i] + s * 1e-3; stopifnot(ll(q) < best + 1e-9) }
  V <- solve(-H); S <- t(sapply(d, `[[`, 1)); s <- sqrt(diag(V))
  result <- list(terms = I(colnames(X)), estimate = I(unname(p[1:k])), variance = exp(unname(p[k + 1])), stdError = I(unname(s[1:k])),
    varianceStdError = unname(s[k + 1] * exp(p[k + 1])), logLikelihood = best, logLikelihoodPooled = pooled_ll,
    groups = length(groups), rows = n, events = sum(event), covariance = unname(V))
  of_group <- if (is.null(cluster)) names(groups) else tapply(cluster, group, function(x) x[1])[names(groups)]
  M <- rowsum(S, of_group); c <- nrow(M)
  result$clusters <- c
  result$robustStdError <- unname(sqrt(diag(V %*% crossprod(M) %*% V * c / (c - 1))))
  result
}

models <- list()
k <- person_periods(kidney, seq(0, 600, 30))
k$late <- as.integer(k$period > 3); k$age10 <- k$age / 10
models$kidney <- one(~ age10 + female + late, k, k$id)
models$kidneyNull <- one(~ 1, k, k$id)
models$kidneyWeighted <- one(~ female, k, k$id, offset = 0.1 * k$late, weights = 1 + k$id %% 3)

g <- person_periods(cgd, seq(0, 480, 60)); g$time <- (g$period - 1) / 4
models$cgd <- one(~ treated + age + time, g, g$id, cluster = g$center)

l <- person_periods(lung, seq(0, 1080, 60)); l$lnPeriod <- log(l$period)
models$lung <- one(~ female + karnofsky + lnPeriod, l, l$id, cluster = l$institution)
# Patients of one performance score and sex share the frailty: a dozen deaths and more in a group.
models$classes <- one(~ age + lnPeriod, l, l$karnofsky * 10 + l$female)
# Every third patient seen from the fourth period on, if alive then.
late <- l$id %% 3 == 0
keep <- !late | l$id %in% l$id[l$period > 3]
m <- l[keep, ]
models$delayed <- one(~ female + lnPeriod, m, m$id, entry = as.integer(m$id %% 3 == 0 & m$period <= 3))

versions <- list(R = as.character(getRversion()), survival = as.character(packageVersion("survival")))
write_json(list(versions = versions, models = models), file.path(here, "frailty.json"), digits = NA, auto_unbox = TRUE, pretty = TRUE)
