# Reference values of the group tests and of the distributions they need: t.test(), chisq.test(), binom.test(), pbeta(), pt(),
# qt(). Writes groupTests.json beside itself; the data are those of tests/reference/probit.R (birth weights) and counts
# written out here (Titanic by class and survival; Table 2 of Bettiol et al. 2017).
#
#   Rscript tests/reference/groupTests/groupTests.R
#
# Debian packages: r-base-core, r-cran-jsonlite.

suppressPackageStartupMessages(library(jsonlite))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
birthwt <- read.csv(file.path(here, "..", "probit-birthwt.csv"))

tTest <- function(column, by, equal, level = 0.95) {
  split <- split(birthwt[[column]], birthwt[[by]])
  test <- t.test(split[[1]], split[[2]], var.equal = equal, conf.level = level)
  list(column = column, by = by, variances = if (equal) "student" else "welch", level = level,
       statistic = unname(test$statistic), df = unname(test$parameter), pValue = test$p.value,
       confLow = test$conf.int[1], confHigh = test$conf.int[2], stdError = test$stderr,
       first = unname(test$estimate[1]), second = unname(test$estimate[2]))
}

chiSquared <- function(counts, yates) {
  test <- suppressWarnings(chisq.test(counts, correct = yates))
  list(counts = counts, yates = yates, statistic = unname(test$statistic), df = unname(test$parameter),
       pValue = test$p.value, expected = test$expected)
}

titanic <- apply(Titanic, c(1, 4), sum)
dimnames(titanic) <- NULL
tables <- list(
  turnover = rbind(c(134, 29, 26, 1), c(32, 6, 23, 8)),
  industry = rbind(c(72, 63, 55), c(14, 31, 24)),
  brands = rbind(c(80, 110), c(43, 26)),
  near = rbind(c(10, 11), c(10, 10)),
  few = rbind(c(1, 6), c(3, 2)),
  titanic = titanic)

beta <- expand.grid(a = c(0.5, 1, 3.7, 25, 400.5, 1e5), b = c(0.5, 2, 60, 1234.5))
beta$x <- signif(pmin(pmax(beta$a / (beta$a + beta$b) * 0.9, 1e-3), 0.999), 4)
beta$lower <- pbeta(beta$x, beta$a, beta$b)
student <- subset(expand.grid(t = c(1e-6, 0.3, 1.96, 7, 40), df = c(1, 2.5, 10, 67.3, 257, 1e5)), t < 40 | df < 1e5)
student$p <- 2 * pt(-student$t, student$df)
quantile <- expand.grid(p = c(1e-10, 0.01, 0.05, 0.5, 0.99), df = c(1, 3.3, 49, 257))
quantile$t <- qt(quantile$p / 2, quantile$df, lower.tail = FALSE)
binomial <- data.frame(count = c(0, 5, 17, 1, 50, 69), total = c(50, 50, 50, 3, 50, 259), level = c(0.95, 0.95, 0.95, 0.9, 0.95, 0.99))
binomial[c("low", "high")] <- t(mapply(function(k, n, l) binom.test(k, n, conf.level = l)$conf.int, binomial$count, binomial$total, binomial$level))

results <- list(
  versions = list(R = R.version.string),
  tTests = list(tTest("lwt", "low", TRUE), tTest("lwt", "low", FALSE), tTest("age", "ht", FALSE), tTest("age", "ht", TRUE, 0.9),
                tTest("low", "smoke", FALSE), tTest("low", "smoke", TRUE)),
  chiSquared = unlist(lapply(tables, function(each) list(chiSquared(each, FALSE), chiSquared(each, TRUE))), recursive = FALSE, use.names = FALSE),
  beta = beta, student = student, quantile = quantile, binomial = binomial)
write_json(results, file.path(here, "groupTests.json"), digits = NA, auto_unbox = TRUE, pretty = TRUE)
