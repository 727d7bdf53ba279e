# Reference values for ProportionalOdds and DifferentialItemFunctioning. R 4.2.2, MASS 7.3-58.2, jsonlite 1.8.4.
# Run from the project's folder: Rscript pipelines/src/test/r/item_functioning.R [FOLDER WITH REAL DATA]
# Writes item_functioning.csv (seeded counts), item_functioning.json (what R makes of them) and, with the
# folder, item_functioning_real.json: values only, of data that may not be shipped.
suppressMessages({library(MASS); library(jsonlite)})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261127)
out <- "pipelines/src/test/resources/org/kith/statistics"
args <- commandArgs(TRUE)
FEWEST <- 20

# Log-likelihood of a proportional-odds model written out anew, so that polr's answer can be taken to its
# last digits by Newton's method: L-BFGS and BFGS stop where the floor looks flat.
refine <- function(par, X, y, w, k) {
  nll <- function(p) {
    th <- c(-Inf, p[1:(k - 1)], Inf); eta <- as.vector(X %*% p[-(1:(k - 1))])
    pr <- plogis(th[y + 1] - eta) - plogis(th[y] - eta)
    if (any(is.na(pr)) || any(pr <= 0)) Inf else -sum(w * log(pr)) }
  gr <- function(p) {
    th <- c(-Inf, p[1:(k - 1)], Inf); eta <- as.vector(X %*% p[-(1:(k - 1))])
    a <- th[y + 1] - eta; b <- th[y] - eta
    pr <- plogis(a) - plogis(b); fa <- dlogis(a); fb <- dlogis(b)
    cut <- sapply(1:(k - 1), function(c) sum(w / pr * (fa * (y == c) - fb * (y == c + 1))))
    -c(cut, -as.vector(crossprod(X, w / pr * (fa - fb)))) }
  for (i in 1:6) {
    h <- optimHess(par, nll, gr, control = list(ndeps = rep(1e-4, length(par))))
    par <- par - solve(h, gr(par)) }
  list(par = par, logLik = -nll(par), rest = max(abs(gr(par))))
}
fit <- function(d, formula) {
  X <- model.matrix(formula, d)[, -1, drop = FALSE]
  k <- nlevels(d$y)
  if (k == 2) {
    m <- glm(cbind(people * (as.integer(y) == 2), people * (as.integer(y) == 1)) ~ X, binomial, d, epsilon = 1e-15, maxit = 100)
    p <- d$people; mu <- fitted(m)
    ll <- sum(p * log(ifelse(as.integer(d$y) == 2, mu, 1 - mu)))
    return(list(logLik = ll, thresholds = -unname(coef(m)[1]), coef = unname(coef(m)[-1])))
  }
  q <- cumsum(tapply(d$people, d$y, sum)) / sum(d$people)
  m <- suppressWarnings(polr(y ~ X, d, weights = people, start = c(rep(0, ncol(X)), qlogis(q[-k])),
                             control = list(reltol = 1e-15, maxit = 5000)))
  r <- refine(c(m$zeta, m$coefficients), X, as.integer(d$y), d$people, k)
  stopifnot(abs(r$logLik - as.numeric(logLik(m))) < 1e-5, r$rest < 1e-6)
  list(logLik = r$logLik, thresholds = unname(r$par[1:(k - 1)]), coef = unname(r$par[-(1:(k - 1))]))
}
values <- function(d) {
  size <- tapply(d$people, d$group, sum)
  left <- sum(size < FEWEST)
  d <- d[d$group %in% names(size)[size >= FEWEST] & d$people > 0, ]
  d$group <- factor(d$group, levels = sort(unique(d$group)), ordered = FALSE); d$y <- factor(d$code); d$x <- d$score
  J <- nlevels(d$group)
  n <- tapply(d$people, d$y, sum)
  l0 <- sum(n * log(n / sum(n)))
  a <- fit(d, ~ x); b <- fit(d, ~ x + group); c <- fit(d, ~ x + group + x:group)
  stopifnot(length(c$coef) == 2 * J - 1)
  list(groups = J, left_out = left, people = sum(n), null = l0, by_score = a$logLik, by_level = b$logLik, by_slope = c$logLik,
       df = J - 1, p = pchisq(2 * (c$logLik - a$logLik), 2 * (J - 1), lower.tail = FALSE),
       p_uniform = pchisq(2 * (b$logLik - a$logLik), J - 1, lower.tail = FALSE),
       p_non_uniform = pchisq(2 * (c$logLik - b$logLik), J - 1, lower.tail = FALSE),
       # McFadden: (1 - b/l0) - (1 - a/l0), less what J - 1 parameters gain by chance, (J - 1) / (-2 l0).
       uniform = (a$logLik - b$logLik) / l0 - (J - 1) / (-2 * l0), non_uniform = (b$logLik - c$logLik) / l0 - (J - 1) / (-2 * l0),
       alike = list(thresholds = I(a$thresholds), slope = a$coef[1]),
       shifted = list(thresholds = I(b$thresholds), slope = b$coef[1], shifts = I(c(0, b$coef[-1]))),
       tilted = list(thresholds = I(c$thresholds), slope = c$coef[1], shifts = I(c(0, c$coef[2:J])), tilts = I(c(0, c$coef[-(1:J)]))))
}
counts <- function(group, score, code) {
  t <- aggregate(list(people = rep(1, length(code))), list(group = group, score = score, code = code), sum)
  t[order(t$group, t$score, t$code), ]
}
answers <- function(sizes, codes, shift = 0, tilt = 0, k = 4) {
  g <- rep(seq_along(sizes), sizes); f <- rnorm(length(g)) + rep(rnorm(length(sizes), 0, .2), sizes)
  cuts <- qnorm((1:(codes - 1)) / codes) * 1.4
  x <- sapply(1:k, function(i) {
    s <- if (i == 1) rep_len(c(0, 0, shift), length(sizes))[g] else 0
    t <- if (i == 1) rep_len(c(1, 1, 1 - tilt), length(sizes))[g] else 1
    as.integer(cut(1.3 * t * f + s + rlogis(length(g)) * .55, c(-Inf, cuts, Inf))) })
  counts(sprintf("g%02d", g), rowSums(x), x[, 1])
}
made <- list(
  clean = answers(c(40, 60, 80, 120, 35, 90, 55, 70), 5), shifted = answers(c(90, 80, 70, 120, 60, 100), 5, shift = 1),
  tilted = answers(rep(150, 6), 6, tilt = 1.2), two_answers = answers(c(80, 120, 60, 75, 110), 2, shift = .8),
  small_groups = answers(c(19, 25, 7, 30, 22, 140, 3, 21), 4), two_groups = answers(c(300, 200), 3))
# An answer nobody gave, and one that is rare.
made$gaps <- { d <- made$clean; d$code[d$code == 2] <- 3; d$code[d$code == 5] <- 9
  aggregate(list(people = d$people), list(group = d$group, score = d$score, code = d$code), sum) }
write.csv(do.call(rbind, lapply(names(made), function(n) data.frame(case = n, made[[n]]))),
          file.path(out, "item_functioning.csv"), row.names = FALSE, quote = FALSE)
write_json(lapply(made, values), file.path(out, "item_functioning.json"), auto_unbox = TRUE, digits = NA, pretty = FALSE)

if (length(args) > 0) {
  real <- list()
  read <- function(file) read.csv(file.path(args[1], "data", file))
  b <- read("bhr2000_army_leadership_items.csv"); it <- grep("^A[FPS][0-9]+$", names(b), value = TRUE)
  for (i in c("AF06", "AS17")) real[[paste("bhr2000", i)]] <- values(counts(sprintf("%03d", b$GRP), rowSums(b[, it]), b[[i]]))
  spi <- read("spi_trust_compassion_wellbeing_sociability.csv"); key <- read("spi_items.csv")
  spi <- spi[!is.na(spi$education), ]
  for (s in c("Trust", "WellBeing")) { k <- key[key$scale == s, ]; d <- spi[, k$item_id]
    for (i in k$item_id[as.logical(k$reversed)]) d[[i]] <- 7 - d[[i]]
    for (i in k$item_id[c(1, 5)]) real[[paste("spi", i)]] <- values(counts(sprintf("%d", spi$education), rowSums(d), d[[i]])) }
  g <- read("gss_panel_2006_2010_trust_long.csv"); g <- g[g$wave == 1 & g$trust %in% 1:2 & g$fair %in% 1:2 & g$helpful %in% 1:2, ]
  x <- (g$trust == 1) + (g$fair == 2) + (g$helpful == 1)
  # The trusting answer is 2 here, so that it is the higher one.
  for (i in c("trust", "fair", "helpful")) real[[paste("gss", i)]] <-
    values(counts(gsub(" ", "_", g$region), x, if (i == "fair") g$fair else 3 - g[[i]]))
  write_json(real, file.path(out, "item_functioning_real.json"), auto_unbox = TRUE, digits = NA, pretty = FALSE)
  for (n in names(real)) with(real[[n]], cat(sprintf("%-14s J=%d left=%d n=%d  %.6f %.6f %.6f p=%.3g u=%.5f nu=%.5f\n", n, groups, left_out, people, by_score, by_level, by_slope, p, uniform, non_uniform)))
}
