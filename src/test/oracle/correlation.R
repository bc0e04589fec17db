# Expected values of correlations. Rscript correlation.R OUTPUT_DIRECTORY
# R 4.2.2 Patched: stats::cor.test, stats::lm.
out <- commandArgs(trailingOnly = TRUE)[1]
number <- function(v) ifelse(is.na(v), "NA", sprintf("%.17g", v))
inputs <- list()
expected <- list()
expect <- function(case, quantity, value) {
  stopifnot(length(value) == 1)
  expected[[length(expected) + 1]] <<- data.frame(case, quantity, value = number(unname(value)))
}

set.seed(20240827)
cases <- list()
for (n in c(4, 5, 6, 7, 8, 9, 10, 12, 15, 23, 49, 50, 80, 300)) {
  x <- rnorm(n)
  cases[[paste0("normal_", n)]] <- cbind(x, 0.6 * x + rnorm(n))
}
for (n in c(6, 9, 12, 30, 60)) {
  cases[[paste0("ties_", n)]] <- cbind(sample(1:5, n, TRUE), c(1, sample(1:4, n - 1, TRUE)))
}
for (n in c(8, 20, 100)) cases[[paste0("cauchy_", n)]] <- cbind(rcauchy(n), rcauchy(n))
for (n in c(9, 25, 120)) {
  x <- rlnorm(n, sdlog = 3)
  cases[[paste0("lognormal_", n)]] <- cbind(x, x^0.7 * rlnorm(n))
}
cases$negative_30 <- cbind(1:30, -(1:30)^3 + c(20000, rep(0, 29)))
cases$shifted_40 <- { x <- rnorm(40); cbind(1e4 + x, 1e5 + x + rnorm(40)) }
cases$tiny_25 <- { x <- rnorm(25); cbind(1e-150 * x, 1e-150 * (x + rnorm(25))) }
cases$large_25 <- { x <- rnorm(25); cbind(1e100 * x, 1e90 * (x + rnorm(25))) }
cases$strong_900 <- { x <- rnorm(900); cbind(x, x + 0.5 * rnorm(900)) }
cases$binary_60 <- cbind(rep(0:1, 30), rbinom(60, 1, 0.3 + 0.4 * rep(0:1, 30)))
cases$missing_40 <- {
  m <- cbind(rnorm(40), rnorm(40)); m[c(3, 9, 17), 1] <- NA; m[c(9, 20), 2] <- NA; m
}
# The published pair of study 1 has n = 12: a stand-in of the same size with percentages.
cases$percent_12 <- cbind(round(runif(12, 10, 60), 1), round(runif(12, 20, 100), 1))

loo <- function(x, y, method) {
  r <- suppressWarnings(sapply(seq_along(x), function(i) cor(x[-i], y[-i], method = method)))
  range(r, na.rm = TRUE)
}
for (case in names(cases)) {
  m <- cases[[case]]
  storage.mode(m) <- "double"
  inputs[[case]] <- data.frame(case, x = number(m[, 1]), y = number(m[, 2]))
  ok <- complete.cases(m)
  x <- m[ok, 1]
  y <- m[ok, 2]
  n <- length(x)
  ties <- anyDuplicated(x) > 0 || anyDuplicated(y) > 0
  p <- cor.test(x, y)
  expect(case, "pearson.n", n)
  expect(case, "pearson.estimate", p$estimate)
  expect(case, "pearson.statistic", p$statistic)
  expect(case, "pearson.df", p$parameter)
  expect(case, "pearson.pValue", p$p.value)
  expect(case, "pearson.confLow", p$conf.int[1])
  expect(case, "pearson.confHigh", p$conf.int[2])
  for (method in c("pearson", "spearman", "kendall")) {
    range <- loo(x, y, method)
    expect(case, paste0(method, ".looMin"), range[1])
    expect(case, paste0(method, ".looMax"), range[2])
  }
  z <- qnorm(0.975)
  s <- suppressWarnings(cor.test(x, y, method = "spearman"))
  expect(case, "spearman.estimate", s$estimate)
  expect(case, "spearman.statistic", s$statistic)
  # The Edgeworth series returns a bare 0 far out; such p-values are not R's to give.
  if (s$p.value > 0) expect(case, "spearman.pValue", s$p.value)
  if (abs(s$estimate) < 1 - 1e-12) {
    half <- z * sqrt((1 + s$estimate^2 / 2) / (n - 3))
    expect(case, "spearman.confLow", tanh(atanh(s$estimate) - half))
    expect(case, "spearman.confHigh", tanh(atanh(s$estimate) + half))
  }
  k <- suppressWarnings(cor.test(x, y, method = "kendall"))
  expect(case, "kendall.estimate", k$estimate)
  expect(case, "kendall.statistic", k$statistic)
  # cor.test takes the upper tail as 1 - p, which loses digits: the lower tail of -y is the same.
  exact <- n < 50 && !ties
  opposite <- suppressWarnings(cor.test(x, -y, method = "kendall"))
  expect(case, "kendall.pValue", if (exact && k$estimate > 0) opposite$p.value else k$p.value)
  if (n > 4 && abs(k$estimate) < 1 - 1e-12) {
    half <- z * sqrt(0.437 / (n - 4))
    expect(case, "kendall.confLow", tanh(atanh(k$estimate) - half))
    expect(case, "kendall.confHigh", tanh(atanh(k$estimate) + half))
  }
  if (n >= 6) {
    control <- sin(seq_along(x) * 1.7)
    second <- cos(seq_along(x)^2)
    rx <- resid(lm(x ~ control + second))
    ry <- resid(lm(y ~ control + second))
    r <- cor(rx, ry)
    df <- n - 4
    t <- r * sqrt(df / (1 - r^2))
    expect(case, "partial.estimate", r)
    expect(case, "partial.statistic", t)
    expect(case, "partial.df", df)
    expect(case, "partial.pValue", 2 * pt(-abs(t), df))
    expect(case, "partial.confLow", tanh(atanh(r) - z / sqrt(df - 1)))
    expect(case, "partial.confHigh", tanh(atanh(r) + z / sqrt(df - 1)))
  }
  line <- coef(lm(y ~ x))
  expect(case, "leastSquares.intercept", line[1])
  expect(case, "leastSquares.slope", line[2])
  pairs <- combn(n, 2)
  slopes <- (y[pairs[2, ]] - y[pairs[1, ]]) / (x[pairs[2, ]] - x[pairs[1, ]])
  slope <- median(slopes[x[pairs[2, ]] != x[pairs[1, ]]])
  expect(case, "theilSen.slope", slope)
  expect(case, "theilSen.intercept", median(y - slope * x))
}
write.csv(do.call(rbind, inputs), file.path(out, "correlation-input.csv"), row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, expected), file.path(out, "correlation-expected.csv"), row.names = FALSE, quote = FALSE)
