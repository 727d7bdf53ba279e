# Reference values for Wilson, Quantile and Moments. R 4.2.2, no packages.
# Run from the project's folder: Rscript pipelines/src/test/r/proportions_and_scores.R
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(20261122)
out <- "pipelines/src/test/resources/org/kith/statistics"
num <- function(x) formatC(x, digits = 17, format = "g", width = 1)

w <- data.frame(counted = c(0, 1, 5, 10, 0, 1, 7, 12, 43, 251, 412, 99999, 3, 130, 61),
                answered = c(10, 10, 10, 10, 1, 1, 12, 12, 100, 412, 412, 100000, 900, 300, 143),
                design_effect = c(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.5, 1.38))
# A design effect divides the number of people and of those counted alike.
ci <- t(mapply(function(x, n, d) suppressWarnings(prop.test(x / d, n / d, correct = FALSE))$conf.int,
               w$counted, w$answered, w$design_effect))
write.csv(data.frame(w, low = num(ci[, 1]), high = num(ci[, 2])), file.path(out, "wilson.csv"),
          row.names = FALSE, quote = FALSE)

grids <- list(fifths = sample(seq(1, 5, by = 0.2), 137, TRUE), sums = sample(3:9, 40, TRUE),
              one = 4, two = c(1, 2), same = rep(7, 9), map = sample(c(0, 25, 50, 75, 100), 500, TRUE, c(.1, .2, .3, .3, .1)),
              far = 1e6 + sample(1:4, 60, TRUE))
bars <- do.call(rbind, lapply(names(grids), function(g) {
  t <- table(grids[[g]])
  data.frame(grid = g, value = num(as.numeric(names(t))), count = as.vector(t)) }))
write.csv(bars, file.path(out, "grids.csv"), row.names = FALSE, quote = FALSE)
q <- do.call(rbind, lapply(names(grids), function(g) { x <- grids[[g]]
  data.frame(grid = g, statistic = c("n", "mean", "ss", paste0("q", c(0, 10, 25, 50, 75, 90, 100))),
             value = num(c(length(x), mean(x), sum((x - mean(x))^2), quantile(x, c(0, .1, .25, .5, .75, .9, 1), type = 7)))) }))
write.csv(q, file.path(out, "grid_values.csv"), row.names = FALSE, quote = FALSE)
