# Reference values of least squares with absorbed effects: lm() with all the dummies written out, and the sandwiches of
# package sandwich on it. Writes linear.json and employment.csv beside itself; the other data are those of
# tests/reference/probit.R.
#
#   Rscript tests/reference/linear/linear.R
#
# Debian packages: r-base-core, r-cran-sandwich, r-cran-plm, r-cran-jsonlite.
#
# With a factor nested in the clusters, `clusterNested` counts K without that factor's dummies, the constant apart, by the
# formula G/(G - 1) (n - 1)/(n - K).

suppressPackageStartupMessages({ library(sandwich); library(jsonlite) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
read <- function(name) read.csv(file.path(here, "..", paste0("probit-", name, ".csv")))

# Employment of 140 UK firms 1976-1984, unbalanced (Arellano & Bond 1991), from package plm (GPL-2+).
data("EmplUK", package = "plm")
employment <- with(EmplUK, data.frame(firm, year, sector, employed = log(emp), wage = log(wage), capital = log(capital),
                                      output = log(output), size = emp))
write.csv(employment, file.path(here, "employment.csv"), row.names = FALSE, quote = FALSE)

errors <- function(v, terms) unname(sqrt(diag(v)[terms]))

one <- function(y, terms, data, absorb = character(), weights = NULL, cluster) {
  dummies <- if (length(absorb)) sprintf("factor(%s)", absorb) else "1"
  data$w_ <- if (is.null(weights)) 1 else weights
  fit <- lm(reformulate(c(terms, dummies), y), data, weights = w_)
  only <- lm(reformulate(dummies, y), data, weights = w_)
  shown <- names(coef(fit))[!grepl("^factor\\((man|person|firm|year|sector)\\)", names(coef(fit)))]
  if (length(absorb)) shown <- setdiff(shown, "(Intercept)")
  n <- nrow(data); known <- !is.na(coef(fit)); k <- sum(known)
  # sandwich leaves coefficients that are NA out.
  V <- vcov(fit)[known, known]
  clusters <- length(unique(cluster))
  # Parameters that count: shown terms, and the rank of the constant with the dummies of factors not nested in clusters.
  nested <- vapply(absorb, function(f) all(tapply(cluster, data[[f]], function(c) length(unique(c))) == 1), TRUE)
  others <- absorb[!nested]
  rank <- qr(model.matrix(reformulate(if (length(others)) sprintf("factor(%s)", others) else "1"), data))$rank
  K <- if (length(absorb)) length(shown) + rank else k
  clusterHC0 <- vcovCL(fit, cluster, type = "HC0")
  tested <- setdiff(shown, "(Intercept)")
  wald <- function(v) sum(coef(fit)[tested] * solve(v[tested, tested], coef(fit)[tested]))
  list(terms = shown, estimate = unname(coef(fit)[shown]), stdError = errors(V, shown), logLikelihood = as.numeric(logLik(fit)),
       residualStdError = sigma(fit), residualDegreesOfFreedom = df.residual(fit), rSquared = summary(fit)$r.squared,
       withinRSquared = if (length(absorb)) 1 - deviance(fit) / deviance(only) else summary(fit)$r.squared,
       HC0 = errors(vcovHC(fit, type = "HC0"), shown), HC1 = errors(vcovHC(fit, type = "HC1"), shown),
       clusters = clusters, clusterHC0 = errors(clusterHC0, shown),
       clusterFull = errors(vcovCL(fit, cluster, type = "HC1"), shown),
       wald = wald(V), waldNested = wald(clusterHC0 * (n - 1) / (n - K)),
       clusterNested = errors(clusterHC0 * (n - 1) / (n - K), shown))
}

birthwt <- read("birthwt"); verbal <- read("verbal"); males <- read("males")
regressors <- c("wage", "capital", "output")
results <- list(
  versions = list(R = R.version.string, sandwich = as.character(packageVersion("sandwich")), plm = as.character(packageVersion("plm"))),
  plain = one("low", c("age", "lwt", "smoke", "factor(race)"), birthwt, cluster = birthwt$age),
  oneWay = one("yes", c("self", "btype"), verbal, "person", cluster = verbal$person),
  twoWay = one("union", c("unionLag", "married"), males, c("man", "year"), cluster = males$man),
  coarse = one("union", c("unionLag", "married"), males, c("man", "year"), cluster = males$school),
  crossed = one("union", c("unionLag", "married"), males, c("man", "year"), cluster = males$year),
  unbalanced = one("employed", regressors, employment, c("firm", "year"), cluster = employment$firm),
  weighted = one("employed", regressors, employment, c("firm", "year"), weights = employment$size, cluster = employment$sector),
  threeWay = one("employed", regressors, employment, c("firm", "year", "sector"), cluster = employment$sector))
results$plain$terms <- sub("factor(race)", "race", results$plain$terms, fixed = TRUE)
writeLines(toJSON(results, digits = NA, auto_unbox = TRUE), file.path(here, "linear.json"))
