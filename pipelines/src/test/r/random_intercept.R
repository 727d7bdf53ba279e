# Reference values for RandomIntercept, AnovaIcc and Rankability, on seeded data made here.
# R 4.2.2, lme4 1.1-31. Run from the project's folder: Rscript pipelines/src/test/r/random_intercept.R
# Writes random_intercept.csv (the people) and random_intercept.json (what R makes of them).
suppressMessages({library(lme4); library(jsonlite)})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261122)
out <- "pipelines/src/test/resources/org/kith/statistics"

people <- function(case, sizes, mu, tau, sigma, digits = 4) {
  g <- rep(seq_along(sizes), sizes)
  data.frame(case = case, group = g,
             y = round(mu + rnorm(length(sizes), 0, tau)[g] + rnorm(length(g), 0, sigma), digits))
}
yes <- function(case, sizes, p) {
  g <- rep(seq_along(sizes), sizes)
  data.frame(case = case, group = g, y = rbinom(length(g), 1, p[g]))
}
# Every group has the same four values, so groups differ by less than chance would make them.
alike <- data.frame(case = "boundary", group = rep(1:5, each = 4), y = rep(c(1, 2, 3, 5), 5))

d <- rbind(
  people("unbalanced", c(3, 8, 15, 22, 31, 40, 57, 64, 90, 120, 155, 200), 3.1, 0.3, 0.9),
  people("balanced", rep(6, 8), 50, 4, 5),
  alike,
  people("near boundary", c(40, 90, 120, 150, 200, 70), 2, 0.08, 1),
  people("tiny groups", sample(2:3, 30, TRUE), 0, 0.7, 1),
  people("two minima", c(rep(1, 25), 2, 3, 5, 11, 30), 10, 1.5, 2),
  people("many of one", c(rep(1, 25), 2, 3, 5, 11, 30), 10, 3, 2),
  people("two groups", c(5, 9), 1, 2, 1),
  people("nearly all between", c(3, 4, 5, 6, 30), 0, 10, 0.5),
  yes("shares", c(12, 18, 25, 33, 41, 60, 75, 80, 95, 110, 130, 210),
      c(.3, .5, .42, .38, .61, .45, .4, .35, .55, .47, .43, .41)))
write.csv(d, file.path(out, "random_intercept.csv"), row.names = FALSE, quote = FALSE)

# lme4 looks for the least deviance, whose flat floor fixes tau2 to some 8 digits only. Where tau2 is
# above 0, the last digits come from the zero of the REML score, written out with whole matrices.
score <- function(lambda, y, g) {
  zz <- outer(g, g, "==") * 1
  vi <- solve(diag(length(y)) + lambda * zz)
  one <- rowSums(vi)
  p <- vi - tcrossprod(one) / sum(one)
  py <- p %*% y
  sum(py * (zz %*% py)) / (sum(y * py) / (length(y) - 1)) - sum(p * zz)
}
fit <- function(d) {
  g <- d$group
  d$group <- factor(d$group)
  f <- lFormula(y ~ 1 + (1 | group), REML = TRUE, data = d,
                control = lmerControl(check.nobs.vs.nlev = "ignore"))
  dev <- do.call(mkLmerDevfun, f)
  th <- optimizeLmer(dev, optimizer = "bobyqa", control = list(rhoend = 1e-12))$par
  # lme4 walks down from where it starts. In "two minima" the boundary lies lower than where it stops.
  th <- if (th < 1e-6 || dev(0) < dev(th)) 0 else
    sqrt(uniroot(score, th^2 * c(0.999, 1.001), y = d$y - mean(d$y), g = g, tol = th^2 * 1e-15)$root)
  invisible(dev(th))
  m <- mkMerMod(environment(dev), list(par = th, fval = dev(th), conv = 0, message = ""), f$reTrms, fr = f$fr)
  vc <- as.data.frame(VarCorr(m)); re <- ranef(m, condVar = TRUE)$group
  tau2 <- vc$vcov[1]; sigma2 <- vc$vcov[2]; n <- as.vector(table(d$group))
  # As multilevel::ICC1 and ICC2 do: mean squares of aov, mean group size.
  ms <- summary(aov(y ~ group, d))[[1]][["Mean Sq"]]; k <- nrow(d) / nlevels(d$group)
  list(n = nrow(d), groups = nlevels(d$group), mean = unname(fixef(m)), se = sqrt(vcov(m)[1, 1]),
       tau2 = tau2, sigma2 = sigma2, icc = tau2 / (tau2 + sigma2), reml = unname(REMLcrit(m)),
       icc1 = (ms[1] - ms[2]) / (ms[1] + (k - 1) * ms[2]), icc2 = if (ms[1] < 1e-12) NULL else (ms[1] - ms[2]) / ms[1],
       rankability = tau2 / (tau2 + median(sigma2 / n)),
       blup = re[, 1] + unname(fixef(m)), cond_sd = sqrt(as.vector(attr(re, "postVar"))))
}
cases <- unique(d$case)
write_json(setNames(lapply(cases, function(case) fit(d[d$case == case, ])), cases),
           file.path(out, "random_intercept.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE, null = "null")
