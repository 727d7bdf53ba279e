# Reference values for WithinBetween and KenwardRoger.
# R 4.2.2, lme4 1.1-31, lmerTest 3.1-3, pbkrtest 0.5.2, jsonlite 1.8.4. Run from the project's folder:
#   Rscript pipelines/src/test/r/within_between.R [folder with the data that may not be shipped]
# Writes within_between.csv (seeded people) and within_between.json.
suppressMessages({library(lme4); library(lmerTest); library(pbkrtest); library(jsonlite)})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261127)
out <- "pipelines/src/test/resources/org/kith/statistics"
data <- commandArgs(trailingOnly = TRUE)[1]

# lme4's optimiser stops early; the last digits come from where the deviance's slope is 0.
fit <- function(f, d) {
  m <- lmer(f, d, REML = TRUE, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12),
            check.conv.singular = "ignore", check.conv.grad = "ignore", check.conv.hess = "ignore"))
  dev <- update(m, devFunOnly = TRUE); th <- getME(m, "theta")
  if (th > 1e-6) th <- uniroot(function(t) numDeriv::grad(dev, t), c(th * .98, th * 1.02), tol = 1e-14)$root
  lmer(f, d, REML = TRUE, start = th, control = lmerControl(optimizer = NULL, check.conv.singular = "ignore"))
}
ddf <- function(m) sapply(seq_along(fixef(m)), function(k) { L <- rep(0, length(fixef(m))); L[k] <- 1
  pbkrtest::Lb_ddf(L, vcov(m), vcovAdj(m)) })
values <- function(m) { vc <- as.data.frame(VarCorr(m))$vcov; a <- as.matrix(vcovAdj(m))
  list(fixef = unname(fixef(m)), se = unname(sqrt(diag(a))), df = ddf(m), tau2 = vc[1], sigma2 = vc[2],
       reml = unname(REMLcrit(m))) }
model <- function(d, x, y, g) {
  d <- d[complete.cases(d[, c(x, y, g)]), ]; d$g_ <- factor(d[[g]]); d$y_ <- d[[y]]
  for (v in x) { m <- ave(d[[v]], d$g_); d[[paste0("b_", v)]] <- m; d[[paste0("w_", v)]] <- d[[v]] - m }
  f <- paste("y_ ~", paste(c(paste0("b_", x), paste0("w_", x)), collapse = " + "), "+ (1 | g_)")
  # Intercept, between, within.
  values(fit(as.formula(f), d))
}
mean_only <- function(d, y, g) { d$g_ <- factor(d[[g]]); d$y_ <- d[[y]]; values(fit(y_ ~ 1 + (1 | g_), d)) }

seeded <- function(case, sizes, tau, sigma, b, w) { g <- rep(seq_along(sizes), sizes); n <- length(g)
  x1 <- rnorm(n) + rnorm(length(sizes))[g]; x2 <- rbinom(n, 1, plogis(rnorm(length(sizes), 0, 1)[g]))
  m1 <- ave(x1, g); m2 <- ave(x2, g)
  data.frame(case = case, group = g, x1 = round(x1, 3), x2 = x2,
    y = round(2 + w * (x1 - m1) + b * m1 + .3 * x2 + rnorm(length(sizes), 0, tau)[g] + rnorm(n, 0, sigma), 3)) }
d <- rbind(seeded("unbalanced", c(4, 9, 15, 22, 31, 40, 57, 64, 90, 12, 15, 20), .5, 1, -.4, .6),
           seeded("balanced", rep(8, 10), .7, 1, .2, .2), seeded("little between", rep(c(5, 12), 6), 0, 1, .1, .3),
           # Group means of the value hardly differ, so that nothing is left between groups.
           within(seeded("boundary", rep(c(6, 10), 6), 0, 1, 0, .3), y <- round(y - .97 * (ave(y, group) - mean(y)), 3)),
           seeded("many small", sample(2:4, 60, TRUE), .6, 1, .5, -.2))
write.csv(d, file.path(out, "within_between.csv"), row.names = FALSE, quote = FALSE)
r <- list(two = list(), mean = list())
for (case in unique(d$case)) { s <- d[d$case == case, ]
  r$two[[case]] <- model(s, c("x1", "x2"), "y", "group"); r$mean[[case]] <- mean_only(s, "y", "group") }
b <- read.csv(file.path(data, "bh1996_army_cohesion_wellbeing.csv"))
h <- read.csv(file.path(data, "bhr2000_army_leadership_items.csv"))
u <- read.csv(file.path(data, "univbct_army_3waves_long.csv")); u <- u[u$TIME == 0, ]
# The adjustment needs matrices as large as people squared: 16 companies' worth of soldiers.
some <- function(d) d[d$GRP %in% sort(unique(d$GRP))[1:16], ]
r$two$bh1996 <- model(some(b), c("HRS", "LEAD"), "WBEING", "GRP")
r$two$bhr2000 <- model(some(h), c("HRS", "AF06"), "AF07", "GRP")
r$two$univbct <- model(u, c("AGE", "READY"), "JSAT", "BTN")
r$mean$bh1996 <- mean_only(some(b), "WBEING", "GRP")
write_json(r, file.path(out, "within_between.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE)
