# Expected values of clustered answers. Rscript clustered.R OUTPUT_DIRECTORY
# R 4.2.2 Patched; clubSandwich 0.5.8: vcovCR(type = "CR1"), Wald_test(test = "Naive-F");
# survey 4.1-1: svychisq. The design effect is by formula from aov's mean squares.
suppressPackageStartupMessages({ library(clubSandwich); library(survey) })
out <- commandArgs(trailingOnly = TRUE)[1]
number <- function(v) ifelse(is.na(v), "NA", sprintf("%.17g", v))
inputs <- list()
expected <- list()
expect <- function(case, quantity, value) {
  stopifnot(length(value) == 1)
  expected[[length(expected) + 1]] <<- data.frame(case, quantity, value = number(unname(value)))
}
set.seed(20240827)
for (i in 1:24) {
  clusters <- c(12, 16, 23, 40)[i %% 4 + 1]
  groups <- c(2, 3, 4)[i %% 3 + 1]
  n <- clusters * c(4, 9)[i %% 2 + 1]
  cluster <- sort(sample(clusters, n, TRUE))
  # In odd cases groups cross clusters (dimensions); in even ones clusters are nested (networks).
  group <- if (i %% 2 == 1) sample(groups, n, TRUE) else (cluster - 1) %% groups + 1
  shift <- rnorm(clusters, sd = c(0, 0.5, 1)[i %% 3 + 1])
  y <- round(pmin(5, pmax(1, 3 + 0.2 * group + shift[cluster] + rnorm(n))), 2)
  level <- pmin(c(2, 3, 5)[i %% 3 + 1], pmax(1, round(y - 1)))
  case <- paste0("survey_", i)
  inputs[[case]] <- data.frame(case, cluster, group, y = number(y), level)
  d <- data.frame(y, g = factor(group), cluster = factor(cluster), level = factor(level))
  fit <- lm(y ~ 0 + g, d)
  C <- constrain_equal(seq_len(nlevels(d$g)), coefs = coef(fit))
  w <- Wald_test(fit, constraints = C, vcov = vcovCR(fit, d$cluster, type = "CR1"), test = "Naive-F")
  expect(case, "cluster_robust_wald.statistic", w$Fstat)
  expect(case, "cluster_robust_wald.df1", w$df_num)
  expect(case, "cluster_robust_wald.df2", w$df_denom)
  expect(case, "cluster_robust_wald.pValue", w$p_val)
  s <- svychisq(~ g + level, svydesign(ids = ~cluster, weights = ~1, data = d))
  expect(case, "rao_scott.statistic", s$statistic)
  expect(case, "rao_scott.df1", s$parameter[1])
  expect(case, "rao_scott.df2", s$parameter[2])
  expect(case, "rao_scott.pValue", s$p.value)
  a <- summary(aov(y ~ cluster, d))[[1]]
  sizes <- table(droplevels(d$cluster))
  k <- length(sizes)
  n0 <- (n - sum(sizes^2) / n) / (k - 1)
  icc <- (a[1, 3] - a[2, 3]) / (a[1, 3] + (n0 - 1) * a[2, 3])
  expect(case, "design_effect.icc", icc)
  expect(case, "design_effect.effect", 1 + (sum(sizes^2) / n - 1) * icc)
}
write.csv(do.call(rbind, inputs), file.path(out, "clustered-input.csv"), row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, expected), file.path(out, "clustered-expected.csv"), row.names = FALSE, quote = FALSE)
