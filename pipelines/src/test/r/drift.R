# Reference values for AngularShare, Heap, WaveSpread and Departure. R 4.2.2, metafor 3.8.1.
# Run from the project's folder: Rscript pipelines/src/test/r/drift.R DIR, where DIR/data holds the
# counts of the General Social Survey (General Social Survey, NORC; they may be shipped) and univbct
# (multilevel; read here only).
suppressMessages(library(metafor))
cat("# metafor", as.character(packageVersion("metafor")), "\n")
dir <- commandArgs(TRUE)[1]
out <- "pipelines/src/test/resources/org/kith/statistics"
num <- function(x) formatC(x, digits = 17, format = "g", width = 1)
angular <- function(x, n) list(y = asin(sqrt((x + 3 / 8) / (n + 3 / 4))), v = 1 / (4 * n + 2))

values <- function(d) { # columns series, counted, of
  a <- angular(d$counted, d$of)
  m <- rma(a$y, a$v, mods = ~ 0 + factor(d$series), method = "DL")
  df <- m$k - m$p
  # The last wave of the first series beside its earlier ones.
  now <- max(which(d$series == d$series[1]))
  past <- which(d$series == d$series[1] & seq_len(nrow(d)) < now)
  rest <- d$series != d$series[1] | seq_len(nrow(d)) < now
  all <- rma(a$y[rest], a$v[rest], mods = ~ 0 + factor(d$series[rest]), method = "DL")
  own <- rma(a$y[past], a$v[past], method = "DL")
  wider <- function(v) pmax(v * max(1, all$QE / (all$k - all$p)), v + all$tau2,
                            v * max(1, own$QE / (own$k - 1)), v + own$tau2)
  w <- 1 / wider(a$v[past])
  t <- (a$y[now] - sum(w * a$y[past]) / sum(w)) / sqrt(wider(a$v[now]) + 1 / sum(w))
  df1 <- min(all$k - all$p, own$k - 1 + 16)
  c(angle = a$y[1], variance = a$v[1], factor = max(1, m$QE / df), tau2 = m$tau2, df = df,
    t = t, t_df = df1, above = pt(-t, df1), either = 2 * pt(-abs(t), df1))
}

g <- read.csv(file.path(dir, "data/gss_trust_fair_helpful_counts_1972_2022.csv"))
gss <- rbind(data.frame(series = "trust", year = g$year, counted = g$can_trust, other = g$trust_depends, least = g$cant_be_too_careful),
             data.frame(series = "fair", year = g$year, counted = g$fair, other = g$fair_depends, least = g$take_advantage),
             data.frame(series = "helpful", year = g$year, counted = g$helpful, other = g$helpful_depends, least = g$looking_out_for_self))
gss$of <- gss$counted + gss$other + gss$least
gss <- gss[gss$of > 0 & !is.na(gss$of), ]
write.csv(gss, file.path(out, "waves.csv"), row.names = FALSE, quote = FALSE)

u <- read.csv(file.path(dir, "data/univbct_army_3waves_long.csv"))
u <- u[!is.na(u$READY), ]
army <- aggregate(cbind(counted = u$READY >= 3, of = 1), list(time = u$TIME, series = u$BTN), sum)

heap <- function(x, at) {
  x <- x + 0.5
  w <- if (at == 1) c(1, -2, 1) else if (at == length(x)) c(1, -2, 1) else c(1, -.5, -.5)
  i <- if (at == 1) 1:3 else if (at == length(x)) at - 0:2 else c(at, at - 1, at + 1)
  c(sum(w * log(x[i])), sum(w^2 / x[i]))
}
first <- unlist(gss[1, c("least", "other", "counted")])
last <- unlist(gss[sum(gss$series == "trust"), c("least", "other", "counted")])
h <- list(heap(first, 1), heap(first, 2), heap(last, 3), heap(c(3, 0, 17, 40, 9), 4))
r <- c(setNames(values(gss), paste0("gss_", names(values(gss)))),
       setNames(values(army), paste0("army_", names(values(army)))),
       setNames(unlist(h), paste0("heap", rep(1:4, each = 2), c("_height", "_variance"))))
writeLines(c("name,value", paste(names(r), num(r), sep = ",")), file.path(out, "wave_values.csv"))
