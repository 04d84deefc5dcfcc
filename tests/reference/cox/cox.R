# Writes the reference values of the Cox tests: run from the repository root with
#   Rscript tests/reference/cox/cox.R
# Data sets come from R's survival package; the rows used are written beside the values.
suppressMessages(library(survival))
control <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50)
folder <- "tests/reference/cox"

number <- function(x) sprintf("%.17g", x)
array <- function(x) paste0("[", paste(x, collapse = ","), "]")
quoted <- function(x) paste0('"', x, '"')

reference <- function(formula, data, ties) {
  fit <- coxph(formula, data = data, ties = ties, control = control)
  paste0("{\"ties\":", quoted(ties),
    ",\"observations\":", fit$n, ",\"events\":", fit$nevent,
    ",\"terms\":", array(quoted(names(coef(fit)))),
    ",\"estimate\":", array(number(coef(fit))),
    ",\"stdError\":", array(number(sqrt(diag(vcov(fit))))),
    ",\"covariance\":", array(number(as.vector(vcov(fit)))),
    ",\"logLikelihoodNull\":", number(fit$loglik[1]),
    ",\"logLikelihood\":", number(fit$loglik[2]), "}")
}

# One case: the data as numeric columns, and a fit for each way of handling ties.
case <- function(name, formula, data, columns, methods = c("efron", "breslow")) {
  cells <- sapply(columns, function(column) paste0(quoted(column), ":", array(number(as.numeric(data[[column]])))))
  fits <- sapply(methods, function(ties) reference(formula, data, ties))
  writeLines(paste0("{\"name\":", quoted(name),
    ",\"call\":", quoted(paste0("coxph(", paste(deparse(formula), collapse = ""), ")")),
    ",\"R\":", quoted(as.character(getRversion())),
    ",\"survival\":", quoted(as.character(packageVersion("survival"))),
    ",\n\"columns\":{", paste(cells, collapse = ",\n"), "},\n\"fits\":", array(fits), "}"),
    file.path(folder, paste0(name, ".json")))
}

# Right-censored, days, some ties; strata by institution.
complete <- na.omit(lung[, c("inst", "time", "status", "age", "sex", "ph.ecog", "ph.karno", "wt.loss")])
names(complete) <- c("inst", "time", "status", "age", "sex", "ecog", "karno", "weightLoss")
complete$event <- as.integer(complete$status == 2)
case("lung", Surv(time, event) ~ age + sex + ecog + karno + weightLoss, complete,
  c("time", "event", "age", "sex", "ecog", "karno", "weightLoss"))
case("lungStrata", Surv(time, event) ~ age + sex + ecog + strata(inst), complete,
  c("time", "event", "age", "sex", "ecog", "inst"))

# The same in quarters of a year: heavy ties.
complete$quarter <- ceiling(complete$time / 91)
case("lungQuarters", Surv(quarter, event) ~ age + sex + ecog + karno, complete,
  c("quarter", "event", "age", "sex", "ecog", "karno"))

# Start-stop rows with a time-varying covariate (Stanford heart transplants), half days.
stanford <- data.frame(start = heart$start, stop = heart$stop, event = heart$event, age = heart$age,
  year = heart$year, surgery = heart$surgery, transplant = as.integer(heart$transplant == "1"))
case("heart", Surv(start, stop, event) ~ age + year + surgery + transplant, stanford,
  c("start", "stop", "event", "age", "year", "surgery", "transplant"))

# Delayed entry on the age scale, time-constant covariates.
stanford2 <- subset(jasa, futime > 0)
aged <- data.frame(start = stanford2$age, stop = stanford2$age + stanford2$futime / 365.25,
  event = stanford2$fustat, surgery = stanford2$surgery, transplant = stanford2$transplant)
case("heartAge", Surv(start, stop, event) ~ surgery + transplant, aged,
  c("start", "stop", "event", "surgery", "transplant"))

# Recurrent infections, start-stop, stratified by the number of the infection (Prentice, Williams and Peterson).
infections <- subset(cgd, enum <= 4)
infections <- data.frame(start = infections$tstart, stop = infections$tstop, event = infections$status,
  enum = infections$enum, treat = as.integer(infections$treat == "rIFN-g"), age = infections$age,
  steroids = infections$steroids, centre = as.integer(infections$hos.cat) - 1L)
case("cgd", Surv(start, stop, event) ~ treat + age + steroids + factor(centre) + strata(enum), infections,
  c("start", "stop", "event", "enum", "treat", "age", "steroids", "centre"))

# Two factors, many rows, ties by day.
cells <- data.frame(time = veteran$time, event = veteran$status, karno = veteran$karno, age = veteran$age,
  trt = veteran$trt, celltype = as.integer(veteran$celltype) - 1L)
case("veteran", Surv(time, event) ~ karno + age + factor(trt) + factor(celltype), cells,
  c("time", "event", "karno", "age", "trt", "celltype"))

# Exact ties: quarters and days. (With start-stop rows coxph goes through all subsets, or fails.)
case("exactQuarters", Surv(quarter, event) ~ age + sex + ecog + karno, complete,
  c("quarter", "event", "age", "sex", "ecog", "karno"), "exact")
case("exactDays", Surv(time, event) ~ karno + age + factor(trt) + factor(celltype), cells,
  c("time", "event", "karno", "age", "trt", "celltype"), "exact")
