# Writes the reference values of the conditional logit: run from the repository root with
#   Rscript tests/reference/conditionalLogit/conditionalLogit.R
# infert: matched sets of R's datasets package. logan: the choice of an occupation, of survival, as help(clogit) expands it.
suppressMessages({ library(survival); library(jsonlite) })
folder <- "tests/reference/conditionalLogit"
control <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50)

reference <- function(name, formula, data, columns, cluster = NULL) {
  fit <- clogit(formula, data, method = "efron", control = control)
  robust <- if (is.null(cluster)) NULL else {
    data$cluster_ <- data[[cluster]]
    data$time_ <- 1
    sqrt(diag(vcov(coxph(update(formula, Surv(time_, chosen) ~ .), data, cluster = cluster_, ties = "efron", control = control))))
  }
  write_json(list(name = name, call = paste(deparse(formula), collapse = ""), R = as.character(getRversion()),
    survival = as.character(packageVersion("survival")), observations = fit$n, choices = fit$nevent,
    terms = names(coef(fit)), estimate = unname(coef(fit)), stdError = unname(sqrt(diag(vcov(fit)))),
    robustStdError = unname(robust), logLikelihoodNull = fit$loglik[1], logLikelihood = fit$loglik[2]),
    file.path(folder, paste0(name, ".json")), digits = NA, auto_unbox = TRUE, pretty = TRUE)
  write.csv(data[columns], file.path(folder, paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
}

matched <- transform(infert, chosen = case, choiceSet = stratum, cluster = stratum %% 10)
reference("infert", chosen ~ spontaneous + induced + strata(choiceSet), matched,
  c("choiceSet", "chosen", "spontaneous", "induced", "cluster"), "cluster")

# Every fourth man keeps the file small. An occupation's constant, and its interactions with schooling and race.
men <- logan[seq(1, nrow(logan), by = 4), ]
occupations <- levels(logan$occupation)
rows <- do.call(rbind, lapply(seq_len(nrow(men)), function(i) with(men[i, ], data.frame(choiceSet = i,
  occupation = seq_along(occupations), chosen = as.integer(occupations == occupation), likeFather = as.integer(occupations == focc),
  education = education, cluster = education))))
for (at in 2:5) {
  rows[[paste0("is", at)]] <- as.integer(rows$occupation == at)
  rows[[paste0("education", at)]] <- rows[[paste0("is", at)]] * rows$education
}
reference("logan", chosen ~ likeFather + is2 + is3 + is4 + is5 + education2 + education3 + education4 + education5 +
  strata(choiceSet), rows, c("choiceSet", "occupation", "chosen", "likeFather", "education", "cluster"), "cluster")
