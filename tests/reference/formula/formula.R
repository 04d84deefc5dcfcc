# Columns of R's model matrices, by name and value, for formulas on real data: writes formula.json beside itself.
#
#   Rscript tests/reference/formula/formula.R
#
# Debian packages: r-base-core, r-recommended (survival), r-cran-jsonlite.
#
# Factors are turned into text before, so that R orders their levels itself, by character code in the C locale. Rows with
# missing cells are left out and levels without rows dropped, as glm does.

suppressPackageStartupMessages({
  library(survival); library(jsonlite)
})
invisible(Sys.setlocale("LC_COLLATE", "C"))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))

# ---- data ---------------------------------------------------------------------------------------------------------

as_text <- function(data) {
  data[] <- lapply(data, function(column) if (is.factor(column)) as.character(column) else column)
  data
}

data <- list(
  # Breaks of yarn by wool and tension, Tippett (1950); R's datasets.
  warpbreaks = as_text(warpbreaks),
  # Growth of guinea pigs' teeth, Crampton (1947); R's datasets. One name needs backticks.
  tooth = setNames(as_text(ToothGrowth), c("len", "supp", "dose mg")),
  # Oesophageal cancer, Breslow & Day (1980); every second group, so that some combinations do not occur; R's datasets.
  esoph = as_text(esoph)[seq(1, 88, 2), ],
  # Lung cancer trial with missing cells, Loprinzi et al. (1994); survival.
  lung = lung[1:60, ],
  # Veterans' lung cancer trial, Kalbfleisch & Prentice (1980); every third patient; survival.
  veteran = as_text(veteran)[seq(1, 137, 3), ],
  # Stanford heart transplants, Crowley & Hu (1977), start-stop; survival.
  heart = as_text(heart)[1:60, ])
rownames(data$esoph) <- rownames(data$veteran) <- NULL

# ---- formulas ------------------------------------------------------------------------------------------------------

# A logical or and %in% stand inside I(): as terms they mean something else in R.
linear <- list(
  warpbreaks = c(
    "breaks ~ wool", "breaks ~ wool + tension", "breaks ~ wool * tension", "breaks ~ wool:tension",
    "breaks ~ tension:wool", "breaks ~ 0 + wool", "breaks ~ wool + tension - 1", "breaks ~ tension + wool + 0",
    "breaks ~ wool * tension - 1", "breaks ~ wool * tension - wool", "breaks ~ wool * tension - tension",
    "breaks ~ wool:tension - 1", "breaks ~ wool/tension", "breaks ~ tension/wool - 1", "breaks ~ (wool + tension)^2",
    "log(breaks) ~ wool + I(tension == \"L\")", "breaks > 25 ~ wool * tension", "wool ~ tension + breaks",
    "breaks ~ factor(tension, levels = c(\"L\", \"M\", \"H\"))",
    "breaks ~ wool * factor(tension, levels = c(\"L\", \"M\", \"H\"))",
    "breaks ~ I(tension %in% c(\"L\", 'M')) + wool", "breaks ~ tension != \"L\"", "breaks ~ 1", "breaks ~ -1 + 1 + wool",
    "breaks ~ wool - (tension + 1)", "breaks ~ wool + tension:wool", "breaks ~ ."),
  tooth = c(
    "len ~ `dose mg`", "len ~ supp * `dose mg`", "len ~ supp:`dose mg`", "len ~ `dose mg`:supp", "len ~ supp/`dose mg` - 1",
    "len ~ supp * factor(`dose mg`)", "len ~ factor(`dose mg`) * supp", "len ~ factor(`dose mg`):supp - 1",
    "len ~ log(`dose mg`) + I(log(`dose mg`)^2)", "len ~ I(`dose mg`^-2) + sqrt(`dose mg`) + exp(-`dose mg`)",
    "len ~ I(`dose mg`^0.3)+I(`dose mg`^.5)", "len ~ I((`dose mg` + 1) / 2) * supp", "len ~ `dose mg` > 0.5",
    "len ~ (`dose mg` >= 1) * supp", "len ~ supp:(`dose mg` >= 1)", "len ~ (`dose mg` >= 1) : supp - 1",
    "len ~ 0 + (`dose mg` < 2) + supp", "len ~ !(`dose mg` == 2)", "len ~ I(`dose mg` * 100000) + I(`dose mg`/123456.5)",
    "len ~ (supp + `dose mg` + (`dose mg` > 1))^2", "len ~ supp*`dose mg`*(`dose mg` > 1) - supp:`dose mg`",
    "len ~ `dose mg`:I(`dose mg`^2) + supp", "len ~ factor(I(`dose mg` * 1e5))", "len ~ factor(`dose mg` > 1):supp",
    "len ~ factor(`dose mg`, levels = c(2, 0.5, 1))", "len ~ -supp + supp + I(-`dose mg`^2)",
    "len ~ `dose mg` == 2 & supp == \"OJ\"", "len ~ factor(supp) + (`dose mg` > 1) - 1", "len ~ abs(`dose mg` - 1):supp"),
  esoph = c(
    "ncases ~ agegp + alcgp + tobgp", "ncases ~ agegp * alcgp", "ncases ~ (agegp + alcgp + tobgp)^2 - agegp:tobgp",
    "ncases ~ agegp:alcgp:tobgp", "ncases ~ agegp + agegp:alcgp + alcgp:tobgp", "ncases ~ agegp:alcgp + alcgp:tobgp - 1",
    "ncases ~ ncontrols:agegp + alcgp", "ncases ~ ncontrols:agegp:alcgp + ncontrols",
    "ncases ~ ncontrols * agegp + offset(log(ncontrols + 1))", "ncases ~ alcgp:ncontrols + agegp:ncontrols - 1",
    "ncases ~ agegp + alcgp:tobgp + agegp:alcgp:tobgp", "ncases ~ agegp * alcgp * tobgp - alcgp - agegp:tobgp",
    "ncases ~ factor(ncontrols)", "ncases ~ I(alcgp %in% c(\"0-39g/day\", \"120+\") | agegp == \"25-34\")"),
  lung = c(
    "status == 2 ~ age + factor(sex)", "status == 2 ~ ph.ecog * factor(sex) + wt.loss", "I(status - 1) ~ factor(inst)",
    "log(time) ~ meal.cal + log(age)", "time ~ factor(ph.ecog):age + factor(sex)", "time ~ is.na(wt.loss) + age",
    "time ~ factor(ph.ecog, levels = c(1, 2))", "time ~ factor(inst > 5):ph.karno + age", "time ~ I(wt.loss > 5 | age > 70)",
    "time ~ (age > 70 & sex == 1) + ph.ecog", "time ~ wt.loss > 5 & age > 70", "time ~ I(age %in% c(68, 74)) + sex"))

survival <- list(
  lung = c("Surv(time, status) ~ age + factor(sex)", "Surv(time, status == 2) ~ age * strata(sex)"),
  veteran = c(
    "Surv(time, status) ~ celltype + karno - 1", "Surv(time, status) ~ age * strata(celltype) + trt",
    "Surv(time, status) ~ age:strata(trt) + karno", "Surv(time, status) ~ factor(trt) * strata(celltype)",
    "Surv(time, status) ~ karno * strata(trt, celltype)", "Surv(time, status) ~ karno:strata(prior, trt)", "Surv(time) ~ karno:celltype + trt + cluster(prior)"),
  heart = c("Surv(start, stop, event) ~ age + surgery * transplant", "Surv(start, stop, event) ~ transplant:age + strata(surgery)"))

# Formulas drawn at random, on drawn data: every way in which terms meet and margins are there or not.
set.seed(2026)
data$drawn <- data.frame(y = 1:24, a = sample(c("u", "v", "w"), 24, TRUE), b = sample(c("p", "q"), 24, TRUE),
  c = sample(c("k", "l", "m"), 24, TRUE), x = round(runif(24, 1, 7), 2), z = sample(1:4, 24, TRUE))
draw <- function(depth) {
  leaf <- sample(c("a", "b", "c", "x", "z", "(x > 3)", "log(x)", "factor(z)"), 1)
  if (depth == 0) return(leaf)
  operator <- sample(c("+", "*", ":", "-", "/", "^"), 1)
  if (operator == "^") return(paste0("(", draw(depth - 1), " + ", draw(depth - 1), ")^2"))
  left <- draw(depth - 1)
  right <- draw(sample(0:(depth - 1), 1))
  if (runif(1) < 0.5) left <- paste0("(", left, ")")
  if (runif(1) < 0.5) right <- paste0("(", right, ")")
  paste(left, operator, right)
}
drawn <- unique(replicate(400, paste0("y ~ ", sample(c("", "0 + "), 1), draw(sample(1:3, 1)), sample(c("", " - 1"), 1, prob = c(3, 1)))))
columns <- sapply(drawn, function(text) ncol(model.matrix(as.formula(text), data$drawn)))
# Whole numbers of a column are labelled as such, computed ones as R prints doubles: 100000 and 1e+05.
data$drawn$large <- 100000L * data$drawn$z
linear$drawn <- c(drawn[columns > 1 & columns <= 24][1:120], "y ~ factor(large)", "y ~ factor(I(large * 1.5)) + factor(large > 1e5)")

# Conditions on rows: R's subset() keeps those where they are TRUE, and neither FALSE nor missing.
conditions <- list(
  lung = c(
    "wt.loss > 5", "!(wt.loss > 5)", "wt.loss > 5 | age > 70", "wt.loss > 5 & age > 70", "!(wt.loss > 5 & age > 70)",
    "!is.na(meal.cal) & sex == 1", "wt.loss %in% c(0, 5)", "!(wt.loss %in% c(0, 5))", "inst %in% 1:3",
    "age^2 / 2 - 1 >= 1500", "-wt.loss^2 < -100", "(wt.loss > 5) == (sex == 1)", "TRUE & age > 60", "sqrt(age) * 2 > 15",
    "wt.loss & sex - 1", "wt.loss^0 == 1", "is.na(log1p(wt.loss)) != (sex == 2)", "exp(age / 100) < 1.8 | age == 74"),
  warpbreaks = c("wool == 'A' & !(tension %in% c(\"L\", \"H\"))", "tension != \"M\"", "\"B\" == wool", "breaks > 2 * 13 | wool == 'A'"))

# ---- results -------------------------------------------------------------------------------------------------------

matrix_of <- function(name, text, x, labels, rows, more) {
  c(list(data = name, formula = text, columns = I(as.character(colnames(x))), terms = I(as.character(labels)), rows = I(rows - 1L),
         values = lapply(seq_len(ncol(x)), function(j) I(as.numeric(x[, j])))), more)
}

linear_case <- function(name, text) {
  formula <- as.formula(text)
  frame <- model.frame(formula, data[[name]], drop.unused.levels = TRUE)
  y <- model.response(frame)
  if (is.character(y)) y <- as.integer(factor(y)) - 1L
  matrix_of(name, text, model.matrix(terms(frame), frame), attr(terms(frame), "term.labels"),
            match(rownames(frame), rownames(data[[name]])),
            list(outcome = I(as.numeric(y)), offset = model.offset(frame)))
}

survival_case <- function(name, text) {
  formula <- as.formula(text)
  # A fit of no iterations: only its model matrix and outcome matter, and they are those of any fit.
  fit <- suppressWarnings(coxph(formula, data[[name]], x = TRUE, y = TRUE, control = coxph.control(iter.max = 0)))
  frame <- model.frame(fit)
  y <- unclass(fit$y)
  matrix_of(name, text, fit$x, character(), match(rownames(frame), rownames(data[[name]])),
            list(start = if (ncol(y) == 3) I(as.numeric(y[, 1])), stop = I(as.numeric(y[, ncol(y) - 1])),
                 event = I(as.numeric(y[, ncol(y)])), strata = if (!is.null(fit$strata)) I(as.character(fit$strata))))
}

condition_case <- function(name, text) {
  list(data = name, condition = text, rows = I(which(suppressWarnings(eval(parse(text = text), data[[name]]))) - 1L))
}

cases <- function(of, by_name) {
  unlist(lapply(names(by_name), function(name) lapply(by_name[[name]], function(text) of(name, text))), recursive = FALSE)
}

write_json(
  list(R = as.character(getRversion()), survival = as.character(packageVersion("survival")),
       data = lapply(data, function(each) lapply(each, I)),
       linear = cases(linear_case, linear), survivalModels = cases(survival_case, survival),
       conditions = cases(condition_case, conditions)),
  file.path(here, "formula.json"), digits = NA, auto_unbox = TRUE, na = "null", null = "null")
