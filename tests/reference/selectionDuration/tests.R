# The model without columns (both intercepts, shape and dependence alone), and the score test of all columns there, with the
# likelihoods of selectionDuration.R beside this script. Writes tests.json.
#
#   Rscript tests/reference/selectionDuration/tests.R    (a few seconds)
#
# Debian packages: r-base-core, r-cran-jsonlite, r-cran-survival, r-cran-statmod.

here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
lines <- readLines(file.path(here, "selectionDuration.R"))
eval(parse(text = lines[seq_len(grep("^one <- function", lines) - 1)]))

one <- function(kind, exponential, weight = rep(1, nrow(W))) {
  width <<- 4e-3 * c(scaleOf(W), scaleOf(X), rep(1, if (exponential) 1 else 2))
  free <- c(1, kw + 1, kw + kx + seq_len(if (exponential) 1 else 2))
  whole <- function(part) replace(numeric(length(width)), free, part)
  scores <- function(part) derivative(function(x) contributions(x, kind, exponential), whole(part))
  gradient <- function(part) colSums(weight * scores(part))[free]
  value <- function(part) sum(weight * contributions(whole(part), kind, exponential))
  hessian <- function(part) {
    H <- sapply(seq_along(part), function(j) {
      e <- replace(numeric(length(part)), j, 1e-3)
      (8 * (gradient(part + e) - gradient(part - e)) - (gradient(part + 2 * e) - gradient(part - 2 * e))) / 12e-3
    })
    (H + t(H)) / 2
  }
  # There can be several maxima: from one start the weighted Gaussian ends 14 below the highest.
  ends <- lapply(list(c(-7, -0.6), c(-7, 0), c(-7, 0.6), c(-5.5, 1.2)), function(at) suppressWarnings(
    optim(c(0, at[1], if (!exponential) 0, at[2]), value, gradient, method = "BFGS", control = list(fnscale = -1, maxit = 500, reltol = 1e-13))))
  part <- ends[[which.max(sapply(ends, `[[`, "value"))]]$par
  for (i in 1:12) {
    H <- hessian(part); g <- gradient(part)
    if (abs(drop(g %*% solve(-H, g))) < 1e-18) break
    part <- part - solve(H, g)
  }
  # A weight says how often a row counts.
  S <- scores(part); U <- colSums(weight * S)
  list(kind = kind, exponential = exponential, weighted = any(weight != 1), estimate = part, logLikelihoodNull = value(part),
       score = drop(U %*% solve(crossprod(sqrt(weight) * S), U, tol = 0)), df = kw + kx - 2)
}

fits <- list(one("gaussian", FALSE), one("gaussian", TRUE), one("fgm", FALSE), one("fgm", TRUE),
             one("gaussian", FALSE, data$weight), one("fgm", FALSE, data$weight))
for (f in fits) cat(f$kind, f$exponential, f$weighted, f$estimate, f$logLikelihoodNull, f$score, "\n")
writeLines(toJSON(list(versions = list(R = R.version.string), fits = fits), digits = NA, auto_unbox = TRUE), file.path(here, "tests.json"))
