# Writes males.csv.gz beside it: union membership of young men, from R's plm. `Rscript docs/examples/males.R`
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
data("Males", package = "plm")
Males <- Males[order(Males$nr, Males$year), ]
stopifnot(nrow(Males) == 545 * 8, Males$year == rep(1980:1987, 545))
yes <- function(column) as.integer(column == "yes")
males <- data.frame(nr = Males$nr, year = Males$year, union = yes(Males$union), married = yes(Males$married))
byMan <- matrix(males$married, 8)
for (t in 2:8) males[[paste0("married", 79 + t)]] <- rep(byMan[t, ], each = 8)
males$educ <- Males$school
males$black <- as.integer(Males$ethn == "black")
file <- file.path(here, "males.csv")
write.csv(males, file, row.names = FALSE, quote = FALSE)
system2("gzip", c("-9nf", shQuote(file)))
