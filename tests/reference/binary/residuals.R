# Residuals of binary models with prior weights and an offset. Reads the data of tests/reference/probit.R; writes
# residuals.json.
#
#   Rscript tests/reference/binary/residuals.R
#
# Debian packages: r-base-core, r-cran-jsonlite.

suppressPackageStartupMessages(library(jsonlite))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
birthwt <- read.csv(file.path(here, "..", "probit-birthwt.csv"))
birthwt <- transform(birthwt, race = factor(race), weight = 1 + (seq_len(nrow(birthwt)) - 1) %% 3, known = (age - 20) / 50)
formula <- low ~ age + lwt + smoke + ptl + ht + ui + ftv + race
one <- function(link) {
  fit <- suppressWarnings(glm(formula, binomial(link), birthwt, weights = weight, offset = known,
                              control = glm.control(epsilon = 1e-15, maxit = 100)))
  residual <- function(type) unname(residuals(fit, type))
  list(link = link, deviance = residual("deviance"), pearson = residual("pearson"), response = residual("response"))
}
x <- list(R = R.version.string, jsonlite = as.character(packageVersion("jsonlite")),
          residuals = lapply(c("probit", "logit", "cloglog"), one))
write_json(x, file.path(here, "residuals.json"), digits = I(14), auto_unbox = TRUE)
