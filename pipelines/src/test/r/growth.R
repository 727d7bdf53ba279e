# Reference values for Growth.
# R 4.2.2, lme4 1.1-31, lmerTest 3.1-3, jsonlite 1.8.4. Run from the project's folder:
#   Rscript pipelines/src/test/r/growth.R [folder with the data that may not be shipped]
# Writes growth.csv (seeded people) and growth.json.
suppressMessages({library(lme4); library(lmerTest); library(jsonlite)})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261128)
out <- "pipelines/src/test/resources/org/kith/statistics"
data <- commandArgs(trailingOnly = TRUE)[1]
quiet <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5),
  check.nobs.vs.nRE = "ignore", check.conv.singular = "ignore", check.conv.grad = "ignore", check.conv.hess = "ignore")
fit <- function(f, d) {
  m <- lmerTest::lmer(f, d, REML = TRUE, control = quiet)
  for (i in 1:3) m <- lmerTest::lmer(f, d, REML = TRUE, start = getME(m, "theta"), control = quiet)
  s <- summary(m)$coefficients; vc <- as.data.frame(VarCorr(m))
  list(fixef = unname(s[, 1]), se = unname(s[, 2]), df = unname(s[, 3]), reml = unname(REMLcrit(m)),
       singular = isSingular(m), vc = vc[, c("grp", "var1", "var2", "sdcor")])
}
people <- function(case, orgs, per, waves, tau, s0, s1, r, sigma, keep) {
  id <- seq_len(orgs * per); org <- rep(seq_len(orgs), each = per)
  z0 <- rnorm(length(id)); b0 <- s0 * z0; b1 <- s1 * (r * z0 + sqrt(1 - r^2) * rnorm(length(id)))
  u <- rnorm(orgs, 0, tau)
  d <- expand.grid(person = id, t = waves); d$org <- org[d$person]; d$case <- case
  d$y <- round(3 + .2 * d$t + b0[d$person] + b1[d$person] * d$t + u[d$org] + rnorm(nrow(d), 0, sigma), 3)
  d[runif(nrow(d)) < keep, c("case", "org", "person", "t", "y")]
}
d <- rbind(people("three waves", 12, 30, c(0, .25, .75), .4, .8, .5, -.3, .6, .8),
           people("five waves", 6, 25, c(0, .25, .5, 1, 1.5), .3, .6, .4, .2, .5, .6),
           people("two waves", 8, 40, c(0, 1), .3, .7, 0, 0, .6, .9),
           people("one organisation", 1, 120, c(0, .5, 1, 1.25), 0, .8, .5, 0, .6, .8),
           people("no slopes", 10, 30, c(0, .5, 1), .3, .8, 0, 0, .7, .8))
write.csv(d, file.path(out, "growth.csv"), row.names = FALSE, quote = FALSE)
r <- list()
for (case in unique(d$case)) { s <- d[d$case == case, ]
  f <- switch(case, "two waves" = y ~ t + (1 | person) + (1 | org), "one organisation" = y ~ t + (t | person),
              y ~ t + (t | person) + (1 | org))
  r[[case]] <- fit(f, s) }
u <- read.csv(file.path(data, "univbct_army_3waves_long.csv"))
r$univbct_jsat <- fit(JSAT ~ TIME + (TIME | SUBNUM), u[!is.na(u$JSAT), ])
r$univbct_ready_in_battalions <- fit(READY ~ TIME + (TIME | SUBNUM) + (1 | BTN), u[!is.na(u$READY), ])
p <- read.csv(file.path(data, "gss_panel_2006_2010_trust_long.csv"))
r$gss_happy <- fit(happy ~ wave + (wave | firstid), within(p[!is.na(p$happy), ], wave <- wave - 1))
write_json(r, file.path(out, "growth.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE)
