# The bivariate normal distribution function by R's adaptive quadrature of the conditional form, in pieces so that no peak
# is missed; a logarithm that differs from that of the same integral over the
# other variable by more than 1e-12, relative where it is large, stops the script.
# Writes bivariateNormal.json beside itself.
#
#   Rscript tests/reference/selectionDuration/bivariateNormal.R
#
# Debian packages: r-base-core, r-cran-jsonlite.

suppressPackageStartupMessages(library(jsonlite))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))

# log of the integral over x <= h of phi(x) Phi((k - rho x) / sqrt(1 - rho^2)), scaled by its peak.
logCdf <- function(h, k, rho) {
  g <- function(x) dnorm(x, log = TRUE) + pnorm((k - rho * x) / sqrt(1 - rho^2), log.p = TRUE)
  peak <- optimize(g, c(h - 60, h), maximum = TRUE, tol = 1e-10)$maximum
  top <- max(g(peak), g(h)); peak <- if (g(h) >= g(peak)) h else peak
  width <- sqrt(1 - rho^2)
  fences <- sort(unique(c(peak + c(-40, -20, -10, -5, -2, -1, 0, 1, 2, 5, 10, 20, 40),
                          peak + width * (-10:10), k / rho + width * (-10:10), h)))
  fences <- fences[fences <= h]
  pieces <- mapply(function(a, b) integrate(function(x) exp(g(x) - top), a, b, rel.tol = 1e-13,
                                            abs.tol = 0, subdivisions = 2000L, stop.on.error = FALSE)$value,
                   head(fences, -1), tail(fences, -1))
  top + log(sum(pieces))
}

grid <- expand.grid(h = c(-8, -3, -1.2, 0, 0.7, 2.5), k = c(-6, -2, -0.4, 0, 1.1, 4),
                    rho = c(-0.999, -0.95, -0.85, -0.5, -0.1, 0.1, 0.3, 0.7, 0.9, 0.93, 0.99, 0.9999))
value <- mapply(logCdf, grid$h, grid$k, grid$rho)
other <- mapply(logCdf, grid$k, grid$h, grid$rho)
gap <- max(abs(value - other) / pmax(1, abs(value)))
print(gap)
stopifnot(gap < 1e-12)
writeLines(toJSON(list(versions = list(R = R.version.string), h = grid$h, k = grid$k, rho = grid$rho, logCdf = value),
                  digits = NA), file.path(here, "bivariateNormal.json"))
