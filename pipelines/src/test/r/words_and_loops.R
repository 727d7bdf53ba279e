# Reference values for LogOdds, Evenness, TwoShares and KaplanMeier. R 4.2.2, survival 3.5-3 (its
# data sets lung, veteran and aml are public). Run from the project's folder:
# Rscript pipelines/src/test/r/words_and_loops.R
suppressMessages(library(survival))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261125)
out <- "pipelines/src/test/resources/org/kith/statistics"
num <- function(x) formatC(x, digits = 17, format = "g", width = 1)
put <- function(d, file) write.csv(d, file.path(out, file), row.names = FALSE, quote = FALSE)

# Monroe, Colaresi and Quinn 2008, equations 16, 20 and 22, by hand.
w <- data.frame(y1 = c(0, 3, 12, 40, 11, 250, 1, rpois(13, 20)), y2 = c(5, 3, 0, 11, 40, 100, 0, rpois(13, 12)))
w$n1 <- sum(w$y1); w$n2 <- sum(w$y2)
w$a <- 0.1 * (w$y1 + w$y2); w$a0 <- sum(w$a)
delta <- with(w, log((y1 + a) / (n1 + a0 - y1 - a)) - log((y2 + a) / (n2 + a0 - y2 - a)))
variance <- with(w, 1 / (y1 + a) + 1 / (y2 + a))
put(data.frame(w[c("y1", "n1", "y2", "n2")], a = num(w$a), a0 = num(w$a0), delta = num(delta),
               variance = num(variance), z = num(delta / sqrt(variance))), "log_odds.csv")

counts <- list(c(5, 5, 5), c(40, 0, 2), c(1, 99), c(12, 7, 0, 0, 31, 2), rpois(12, 9))
put(data.frame(counts = sapply(counts, paste, collapse = " "), evenness = num(sapply(counts, function(x) {
  p <- x[x > 0] / sum(x); -sum(p * log(p)) / log(length(x)) }))), "evenness.csv")

s <- data.frame(x1 = c(30, 12, 0, 45, 5), n1 = c(100, 60, 40, 45, 9), x2 = c(15, 25, 11, 30, 5), n2 = c(110, 70, 55, 45, 12))
put(data.frame(s, z = num(mapply(function(x1, n1, x2, n2) sign(x1 / n1 - x2 / n2) *
  sqrt(suppressWarnings(prop.test(c(x1, x2), c(n1, n2), correct = FALSE))$statistic), s$x1, s$n1, s$x2, s$n2))), "two_shares.csv")

sets <- list(lung = with(lung, data.frame(time, closed = as.integer(status == 2))),
             veteran = with(veteran, data.frame(time, closed = status)),
             aml = with(aml, data.frame(time, closed = status)),
             weeks = { t <- 7 * ceiling(rexp(300, 1 / 20)); e <- 7 * ceiling(runif(300, 0, 60))
                       data.frame(time = pmin(t, e), closed = as.integer(t <= e)) })
put(do.call(rbind, lapply(names(sets), function(n) data.frame(set = n, sets[[n]]))), "kaplan_meier.csv")
put(do.call(rbind, lapply(names(sets), function(n) {
  d <- sets[[n]]; f <- survfit(Surv(time, closed) ~ 1, d, conf.type = "log-log")
  s <- summary(f, times = c(f$time[f$n.event > 0], 30, 90, 180, 365), extend = TRUE)
  left <- sapply(s$time, function(t) sum(d$time >= t))
  data.frame(set = n, time = s$time, watched = left, open = num(s$surv), low = num(s$lower), high = num(s$upper)) })),
  "kaplan_meier_values.csv")
cat(R.version.string, as.character(packageVersion("survival")), "\n")
