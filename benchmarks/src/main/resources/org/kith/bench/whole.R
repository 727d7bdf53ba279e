# A part of what Kith computes, with the packages an analyst would use: counts, alpha, and multilevel models.
# Arguments: the CSV file, how many waves to fit models of, how many measures to fit random intercepts of.
suppressMessages({library(data.table); library(psych); library(lme4)})
args <- commandArgs(trailingOnly = TRUE)
waves_fitted <- as.integer(args[2])
measures_fitted <- as.integer(args[3])
clock <- function(what, expression) {
  began <- proc.time()[["elapsed"]]
  value <- force(expression)
  cat(sprintf("%s: %.2f s\n", what, proc.time()[["elapsed"]] - began))
  invisible(value)
}
items <- paste0("q", 1:8)
d <- clock("read", fread(args[1], showProgress = FALSE))
clock("counts", {
  for (q in items) print(nrow(d[, .N, by = c("organisation", "wave", q)]))
  v <- d[, lapply(.SD, function(x) fifelse(x > 0, as.numeric(x), NA_real_)), .SDcols = items]
  v[, q4 := 6 - q4]
  valid <- rowSums(!is.na(v))
  d[, score := fifelse(valid >= 4, rowMeans(v, na.rm = TRUE), NA_real_)]
  print(nrow(d[, .(n = .N, mean = mean(score, na.rm = TRUE), sd = sd(score, na.rm = TRUE)), by = .(organisation, wave)]))
})
waves <- sort(unique(d$wave))[seq_len(waves_fitted)]
for (w in waves) {
  clock("alpha", print(alpha(as.data.frame(v[d$wave == w & valid == 8]), warnings = FALSE)$total$raw_alpha))
}
for (w in waves) {
  one <- d[wave == w]
  measures <- c("score", items)[seq_len(measures_fitted)]
  for (m in measures) {
    clock("random intercept", {
      y <- if (m == "score") one$score else fifelse(one[[m]] > 0, as.numeric(one[[m]] >= 4), NA_real_)
      fit <- lmer(y ~ 1 + (1 | organisation), data = data.frame(y = y, organisation = one$organisation))
      print(VarCorr(fit))
    })
  }
}
# One of the models with known groups, within and between organisations, for each wave.
for (w in waves) {
  one <- d[wave == w & !is.na(score) & group_age != "" & group_home != ""]
  clock("within and between", {
    x <- model.matrix(~ group_age + group_home, one)[, -1]
    means <- apply(x, 2, function(column) ave(column, one$organisation))
    within <- x - means
    fit <- lmer(one$score ~ within + means + (1 | one$organisation))
    print(fixef(fit))
  })
}
