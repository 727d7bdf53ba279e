# Reference values for ShareDifference, PanelChange, Funnel, RIndicator and WeightedMean.
# R 4.2.2, survey 4.1-1, jsonlite 1.8.4. Run from the project's folder:
#   Rscript pipelines/src/test/r/change_and_weights.R [folder with the data that may not be shipped]
# Writes weighted_people.csv (seeded people) and change_and_weights.json (what R makes of them, of
# General Social Survey counts, and of real data that stay outside).
suppressMessages({library(survey); library(jsonlite)})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261126)
out <- "pipelines/src/test/resources/org/kith/statistics"
data <- commandArgs(trailingOnly = TRUE)[1]
r <- list()

# Newcombe 1998, method 10.
newcombe <- function(x1, n1, x2, n2, e1 = 1, e2 = 1) {
  w <- function(x, n, e) as.numeric(suppressWarnings(prop.test(x / e, n / e, correct = FALSE))$conf.int)
  p1 <- x1 / n1; p2 <- x2 / n2; a <- w(x1, n1, e1); b <- w(x2, n2, e2); d <- p2 - p1
  list(x1 = x1, n1 = n1, x2 = x2, n2 = n2, e1 = e1, e2 = e2, d = d,
       low = d - sqrt((p2 - b[1])^2 + (a[2] - p1)^2), high = d + sqrt((b[2] - p2)^2 + (p1 - a[1])^2))
}
# The first is Newcombe's own example (a): 56/70 and 48/80, -0.3339 to -0.0524 turned round.
r$newcombe <- list(newcombe(56, 70, 48, 80), newcombe(9, 10, 3, 10), newcombe(5, 56, 0, 29),
  newcombe(200, 500, 240, 510, 3.2, 1.7))
# Most people can be trusted, General Social Survey counts (NORC), three pairs of years.
gss <- read.csv(file.path(data, "gss_trust_fair_helpful_counts_1972_2022.csv"))
for (pair in list(c(1972, 2018), c(2018, 2022), c(1972, 1973))) {
  a <- gss[gss$year == pair[1], ]; b <- gss[gss$year == pair[2], ]
  of <- function(d) d$can_trust + d$cant_be_too_careful + d$trust_depends
  r$newcombe[[length(r$newcombe) + 1]] <- newcombe(a$can_trust, of(a), b$can_trust, of(b))
}

# People who answered twice: real panels, recounted by the test.
moved <- function(before, after) {
  ok <- !is.na(before) & !is.na(after); d <- after[ok] - before[ok]
  up <- sum(d > 0); same <- sum(d == 0); down <- sum(d < 0); n <- length(d)
  w <- function(x) as.numeric(prop.test(x, n, correct = FALSE)$conf.int)
  list(up = up, same = same, down = down, up_ci = w(up), same_ci = w(same), down_ci = w(down),
       p = binom.test(up, up + down)$p.value)
}
u <- read.csv(file.path(data, "univbct_army_3waves_long.csv"))
wide <- function(d, id, time, v) reshape(d[, c(id, time, v)], idvar = id, timevar = time, direction = "wide")
ju <- wide(u, "SUBNUM", "TIME", "JSAT")
p <- read.csv(file.path(data, "gss_panel_2006_2010_trust_long.csv"))
hp <- wide(p, "firstid", "wave", "happy")
r$panel <- list(univbct_jsat_0_1 = moved(ju$JSAT.0, ju$JSAT.1), gss_happy_1_2 = moved(hp$happy.1, hp$happy.2))

# Funnels: shares and means of companies.
funnel <- function(y, n, v) {
  m <- sum(n * y) / sum(n); s2 <- v(m) / n; z <- (y - m) / sqrt(s2)
  q <- quantile(z, c(.1, .9), type = 7); zw <- pmin(pmax(z, q[1]), q[2]); J <- length(y)
  w <- 1 / s2; t2 <- max(0, (sum(zw^2) - (J - 1)) / (sum(w) - sum(w^2) / sum(w)))
  list(pooled = m, phi = mean(zw^2), tau = sqrt(t2))
}
b <- read.csv(file.path(data, "bh1996_army_cohesion_wellbeing.csv"))
h <- read.csv(file.path(data, "bhr2000_army_leadership_items.csv"))
r$funnel <- list(
  bh1996_wbeing_above_3 = with(b, funnel(tapply(WBEING > 3, GRP, mean), tapply(WBEING, GRP, length), function(m) m * (1 - m))),
  bhr2000_af06_4_or_5 = with(h, funnel(tapply(AF06 >= 4, GRP, mean), tapply(AF06, GRP, length), function(m) m * (1 - m))),
  bh1996_cohes_mean = with(b, funnel(tapply(COHES, GRP, mean), tapply(COHES, GRP, length), function(m) 0.84^2)),
  even = funnel(c(.4, .41, .39, .4, .405), c(50, 60, 70, 80, 90), function(m) m * (1 - m)))

# R-indicator: invented towns, and army companies' third wave beside their first (univbct).
rind <- function(n, N) { rho <- n / N; m <- sum(n) / sum(N); S <- sqrt(sum(N * (rho - m)^2) / (sum(N) - 1))
  list(n = n, N = N, response = m, r = 1 - 2 * S, cv = S / m) }
first <- u[u$TIME == 0, ]; third <- u[u$TIME == 2 & !is.na(u$JSAT), ]
gp <- p[p$wave == 1 & !is.na(p$degree), ]; again <- p[p$wave == 3 & !is.na(p$age), "firstid"]
r$rindicator <- list(town = rind(c(95, 380, 535, 260), c(8000, 10340, 8920, 4360)),
  even = rind(c(10, 20, 30), c(100, 200, 300)),
  gss_degree = rind(as.vector(table(factor(gp$degree[gp$firstid %in% again], sort(unique(gp$degree))))), as.vector(table(gp$degree))))

# Weights. Seeded people in 14 organisations; margins of two dimensions.
n <- 600
w <- data.frame(org = sample(1:14, n, TRUE, prob = (1:14)^1.2), age = sample(0:3, n, TRUE, c(.1, .3, .4, .2)),
                home = sample(0:2, n, TRUE, c(.55, .25, .2)))
w$weight <- round(exp(rnorm(n, 0, .4)), 3)
w$y <- rbinom(n, 1, plogis(-.4 + .3 * w$age - .4 * w$home + rnorm(14, 0, .5)[w$org]))
w$s <- round(pmin(5, pmax(1, rnorm(n, 3 + .2 * w$age, .8) + rnorm(14, 0, .3)[w$org])))
write.csv(w, file.path(out, "weighted_people.csv"), row.names = FALSE, quote = FALSE)
margin <- list(age = c(2530, 3270, 2820, 1380), home = c(4480, 3430, 2090))
weighted <- function(d, y, weights = NULL, dims = character(), margins = margin, org = ~org) {
  d$y_ <- d[[y]]; d <- d[!is.na(d$y_), ]
  s <- svydesign(ids = org, weights = if (is.null(weights)) rep(1, nrow(d)) else d[[weights]], data = d)
  if (length(dims)) {
    for (k in dims) s$variables[[k]] <- factor(s$variables[[k]])
    N <- sum(weights(s)); pop <- c(`(Intercept)` = N)
    for (k in dims) { m <- margins[[k]] / sum(margins[[k]]) * N
      names(m) <- paste0(k, levels(s$variables[[k]])); pop <- c(pop, m[-1]) }
    s <- calibrate(s, as.formula(paste("~", paste(dims, collapse = "+"))), population = pop,
                   calfun = "raking", maxit = 500, epsilon = 1e-13)
  }
  m <- svymean(~y_, s); ci <- confint(m, df = length(unique(d[[all.vars(org)]])) - 1)
  list(estimate = as.numeric(coef(m)), se = as.numeric(SE(m)), low = ci[1], high = ci[2], n = nrow(d))
}
g <- p[p$wave == 1 & !is.na(p$wtpan12) & p$trust %in% 1:2 & !is.na(p$degree) & p$sex %in% 1:2, ]
g$y <- as.numeric(g$trust == 1); g$deg <- pmin(g$degree, 4) - 1; g$sex <- g$sex - 1
gm <- list(deg = c(150, 520, 80, 250), sex = c(480, 520))
k <- u[u$TIME == 1 & !is.na(u$JSAT) & !is.na(u$GENDER) & !is.na(u$MARITAL) & u$MARITAL %in% 1:2, ]
k$sex <- k$GENDER - 1; k$mar <- k$MARITAL - 1
r$weighted <- list(
  share_design = weighted(w, "y", "weight"), share_margins = weighted(w, "y", NULL, c("age", "home")),
  share_both = weighted(w, "y", "weight", c("age", "home")), share_one_margin = weighted(w, "y", NULL, "age"),
  score_both = weighted(w, "s", "weight", c("age", "home")),
  gss_trust = weighted(g, "y", "wtpan12", c("deg", "sex"), gm, ~region),
  gss_trust_design = weighted(g, "y", "wtpan12", org = ~region),
  univbct_jsat = weighted(k, "JSAT", NULL, c("mar"), list(mar = c(400, 600)), ~BTN))
write_json(r, file.path(out, "change_and_weights.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE)
