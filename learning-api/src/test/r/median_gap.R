# Reference values for MedianGap and Middle. R 4.2.2, no packages.
# Run from the project's folder: Rscript learning-api/src/test/r/median_gap.R
# Price & Bonett (2002), J. Stat. Comput. Simul. 72(2), 119-124: the variance of a sample median is
# ((y[n-c+1] - y[c]) / (2 z))^2 with c = (n+1)/2 - sqrt(n), rounded, and at least 1, and z the normal
# quantile of 1 - P(Binomial(n, 1/2) <= c - 1).
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261126)
out <- "learning-api/src/test/resources/org/kith/behaviours"
num <- function(x) formatC(x, digits = 17, format = "g", width = 1)

se <- function(y) {
  n <- length(y); y <- sort(y)
  c <- max(1, round((n + 1) / 2 - sqrt(n)))
  z <- qnorm(1 - pbinom(c - 1, n, 0.5))
  (y[n - c + 1] - y[c]) / (2 * z)
}
answers <- function(n, p) sample(1:10, n, TRUE, p)
low <- 10:1; high <- 1:10; even <- rep(1, 10); ends <- c(5, 3, 1, 1, 1, 1, 1, 1, 3, 5)
# 16 and 36 people put c on a half, which R rounds to the even one.
cases <- list(
  eleven = list(answers(11, low), answers(11, high)),
  residents = list(answers(10, even), answers(14, low)),
  halves = list(answers(16, even), answers(36, ends)),
  many = list(answers(120, high), answers(57, even)),
  hundreds = list(answers(400, low), answers(1000, high)),
  ends = list(answers(13, ends), answers(25, ends)),
  alike = list(rep(7, 11), answers(12, even)),
  same = list(rep(4, 11), rep(4, 15)),
  # Not of 1 to 10: the two groups of the example in R's statpsych 1.4, whose c is n/2 - sqrt(n).
  example = list(c(32, 39, 26, 35, 43, 27, 40, 37, 34, 29), c(36, 44, 47, 42, 49, 39, 46, 31, 33, 48)))
rows <- do.call(rbind, lapply(names(cases), function(k) {
  a <- cases[[k]][[1]]; b <- cases[[k]][[2]]
  s <- sqrt(se(a)^2 + se(b)^2); g <- median(a) - median(b); z <- qnorm(0.975)
  q <- function(y) quantile(y, c(.25, .5, .75), type = 7)
  data.frame(case = k, a = paste(a, collapse = " "), b = paste(b, collapse = " "),
             a25 = num(q(a)[1]), a50 = num(q(a)[2]), a75 = num(q(a)[3]),
             b25 = num(q(b)[1]), b50 = num(q(b)[2]), b75 = num(q(b)[3]),
             gap = num(g), se = num(s), low = num(g - z * s), high = num(g + z * s))
}))
write.csv(rows, file.path(out, "median_gap.csv"), row.names = FALSE, quote = FALSE)

# How often the interval holds the true gap when answers are whole numbers from 1 to 10: as it is,
# and as the pages say it, rounded outwards to halves. In the third pair a median lies nearly on the
# edge between two numbers (27 of 55 below it), where an interval for medians does poorly.
covered <- function(n, pa, pb, times = 20000) {
  z <- qnorm(0.975)
  mid <- function(p) which(cumsum(p) / sum(p) >= 0.5)[1]
  gap <- mid(pa) - mid(pb)
  rowMeans(replicate(times, {
    a <- answers(n, pa); b <- answers(n, pb)
    s <- sqrt(se(a)^2 + se(b)^2); g <- median(a) - median(b)
    c(abs(g - gap) <= z * s + 1e-9,
      floor(2 * (g - z * s)) / 2 <= gap && gap <= ceiling(2 * (g + z * s)) / 2)
  }))
}
hill <- dnorm(1:10, 6, 2); flat <- dnorm(1:10, 5, 4)
for (n in c(11, 20, 50)) {
  cat(n, "people each, as it is and rounded outwards:",
      format(round(c(covered(n, hill, flat), covered(n, hill, hill), covered(n, low, high)), 3)), "\n")
}
# 11 people each, as it is and rounded outwards: 0.927 0.968 0.928 0.983 0.893 0.941
# 20 people each, as it is and rounded outwards: 0.938 0.978 0.948 0.985 0.877 0.942
# 50 people each, as it is and rounded outwards: 0.940 0.977 0.931 0.990 0.778 0.890
