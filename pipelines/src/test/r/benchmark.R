# The other half of RandomInterceptBenchmark: lme4 on the same people, one row each.
# Rscript benchmark.R GROUPS PEOPLE DATA, where DATA holds group and y as little-endian doubles.
suppressMessages(library(lme4))
a <- commandArgs(TRUE)
people <- as.integer(a[2])
con <- file(a[3], "rb")
g <- readBin(con, "double", people, endian = "little")
y <- readBin(con, "double", people, endian = "little")
close(con)
d <- data.frame(y = y, g = factor(g))
t <- system.time(m <- lmer(y ~ 1 + (1 | g), d, control = lmerControl(calc.derivs = FALSE)))[["elapsed"]]
vc <- as.data.frame(VarCorr(m))$vcov
cat(sprintf("%.6f %.10f %.10f %.6f\n", t, vc[1], vc[2], REMLcrit(m)))
