# Reference values for CronbachAlpha, ItemRest and Omega. R 4.2.2, psych 2.2.9, jsonlite 1.8.4.
# Run from the project's folder: Rscript pipelines/src/test/r/reliability.R [FOLDER WITH REAL DATA]
# Writes scale_items.csv (seeded people), reliability.json (what R makes of them) and, with the
# folder, reliability_real.json: values only, of data that may not be shipped.
suppressMessages({library(psych); library(jsonlite)})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261126)
out <- "pipelines/src/test/resources/org/kith/statistics"
args <- commandArgs(TRUE)

# psych's minres stops at L-BFGS-B's default tolerance. From its loadings, Newton's method on the
# same least squares of the off-diagonal residuals finds the digits that are left.
minres <- function(r, l) {
  for (step in 1:50) {
    res <- r - tcrossprod(l); diag(res) <- 0
    h <- tcrossprod(l) - res; diag(h) <- sum(l^2) - l^2
    l <- as.vector(l + solve(h, res %*% l))
  }
  l * sign(sum(l))
}
values <- function(d) {
  d <- d[complete.cases(d), , drop = FALSE]
  a <- suppressWarnings(psych::alpha(d, check.keys = FALSE, warnings = FALSE))
  ci <- psych::alpha.ci(a$total$raw_alpha, nrow(d), ncol(d), p.val = 0.05, digits = 17)
  rest <- sapply(seq_along(d), function(i) cor(d[[i]], rowSums(d[-i])))
  r <- list(n = nrow(d), k = ncol(d), alpha = a$total$raw_alpha, alpha_std = a$total$std.alpha,
            low = ci$lower.ci, high = ci$upper.ci, r_drop = I(rest),
            mean = I(unname(colMeans(d))), sd = I(unname(sapply(d, sd))))
  stopifnot(max(abs(rest - a$item.stats$r.drop)) < 1e-12)
  if (ncol(d) > 2) {
    r$alpha_drop <- I(a$alpha.drop$raw_alpha)
    o <- suppressWarnings(suppressMessages(psych::omega(d, nfactors = 1, fm = "minres", flip = FALSE, plot = FALSE)))
    l <- minres(cor(d), as.vector(o$schmid$orthog))
    r$omega_psych <- o$omega.tot
    if (all(l^2 < 0.995)) {
      r$loadings <- I(l)
      r$omega <- 1 - sum(1 - l^2) / sum(cor(d))
      stopifnot(abs(r$omega - r$omega_psych) < 1e-4)
    } else r$heywood <- which(l^2 >= 0.995)
  }
  r
}

likert <- function(n, loadings, codes = 5, noise = 1) {
  f <- rnorm(n)
  as.data.frame(sapply(loadings, function(l)
    as.integer(cut(l * f + noise * rnorm(n), c(-Inf, qnorm((1:(codes - 1)) / codes), Inf)))))
}
made <- list(
  even = likert(400, rep(1, 5)), uneven = likert(250, c(1.6, 1.2, .9, .5, .2, 1)),
  two = likert(60, c(1, .8), 7), unrelated = likert(80, c(0, 0, 0, 0)),
  turned = { d <- likert(150, c(1, 1, 1, 1)); d[[4]] <- 6L - d[[4]]; d },
  three_people = data.frame(V1 = c(1L, 2L, 4L), V2 = c(2L, 2L, 5L), V3 = c(1L, 3L, 3L)),
  many = likert(90, runif(20, .2, 1.2), 4), yes_no = likert(500, c(1, 1.4, .7), 2),
  # Two items that hardly differ, and one that has nothing to do with them.
  heywood = { f <- rnorm(70); e <- rnorm(70)
    data.frame(V1 = round(2 * (f + .1 * rnorm(70))), V2 = round(2 * (f + .1 * rnorm(70))), V3 = round(2 * (e + .4 * f))) })
rows <- do.call(rbind, lapply(names(made), function(case) { d <- made[[case]]
  data.frame(case = case, answers = apply(d, 1, paste, collapse = " ")) }))
write.csv(rows, file.path(out, "scale_items.csv"), row.names = FALSE, quote = FALSE)
write_json(lapply(made, values), file.path(out, "reliability.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE)

if (length(args) > 0) {
  real <- list()
  read <- function(file) read.csv(file.path(args[1], "data", file))
  spi <- read("spi_trust_compassion_wellbeing_sociability.csv"); key <- read("spi_items.csv")
  for (s in unique(key$scale)) { k <- key[key$scale == s, ]; d <- spi[, k$item_id]
    for (i in k$item_id[as.logical(k$reversed)]) d[[i]] <- 7 - d[[i]]
    real[[paste("spi", s)]] <- values(d) }
  b <- read("bhr2000_army_leadership_items.csv")
  real[["bhr2000"]] <- values(b[, grep("^A[FPS][0-9]+$", names(b))])
  real[["cohesion"]] <- values(read("cohesion_tiny_with_missing.csv")[, paste0("COH0", 1:5)])
  real[["bh1996"]] <- values(read("bh1996_army_cohesion_wellbeing.csv")[, c("COHES", "LEAD", "WBEING")])
  g <- read("gss_panel_2006_2010_trust_long.csv")
  # 1 for the trusting answer, 0 for the other, a half for "it depends"; fair is coded the other way.
  point <- function(x, good) ifelse(x == 3, .5, ifelse(x == good, 1, 0))
  for (w in 1:3) { h <- g[g$wave == w, ]
    real[[paste("gss wave", w)]] <- values(data.frame(trust = point(h$trust, 1), fair = point(h$fair, 2), helpful = point(h$helpful, 1))) }
  write_json(real, file.path(out, "reliability_real.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE)
  for (name in names(real)) with(real[[name]], cat(sprintf("%-18s k=%d alpha=%.10f omega=%.10f psych %.10f\n", name, k, alpha, omega, omega_psych)))
}
