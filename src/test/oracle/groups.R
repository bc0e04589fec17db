# Expected values of descriptive statistics and of comparisons of groups.
# Rscript groups.R OUTPUT_DIRECTORY
# R 4.2.2 Patched: stats, psych 2.2.9 (skew, kurtosi), car 3.1.1 (leveneTest, Anova), effectsize
# 0.8.3, rstatix 0.7.2 (games_howell_test, dunn_test), robustbase 0.95.0 (mc), Rmpfr 0.9.1.
suppressPackageStartupMessages({ library(car); library(Rmpfr) })
out <- commandArgs(trailingOnly = TRUE)[1]
number <- function(v) ifelse(is.na(v), "NA", sprintf("%.17g", v))
inputs <- list()
expected <- list()
expect <- function(case, quantity, value) {
  stopifnot(length(value) == 1)
  expected[[length(expected) + 1]] <<- data.frame(case, quantity, value = number(unname(value)))
}
input <- function(case, group, value, count) {
  inputs[[length(inputs) + 1]] <<- data.frame(case, group, value = number(value), count = sprintf("%.0f", count))
}

# ---- samples ---------------------------------------------------------------------------------
set.seed(20240911)
likert <- function(n, shift = 0) pmin(5, pmax(1, round(rnorm(n, 3 + shift))))
cases <- list()
cases$normal3 <- list(rnorm(20), rnorm(25, 0.4), rnorm(30, 0.9))
cases$normal5 <- lapply(c(12, 40, 8, 60, 25), function(n) rnorm(n, 10 + n / 40, 1 + n / 30))
cases$balanced4 <- lapply(1:4, function(i) rnorm(30, i / 5, 2))
cases$two <- list(rnorm(14, 100, 15), rnorm(19, 108, 12))
cases$two60 <- list(rnorm(60), rnorm(60, 0.3))
cases$two49 <- list(rnorm(49), rnorm(49, 0.2))
cases$two50 <- list(rnorm(50), rnorm(49, 0.2))
cases$likert3 <- list(likert(80), likert(60, 0.3), likert(90, -0.2))
cases$likert8 <- lapply(1:8, function(i) likert(15 + 5 * i, i / 20))
cases$binary3 <- list(rep(0:1, c(12, 8)), rep(0:1, c(9, 15)), rep(0:1, c(20, 21)))
cases$tiny3 <- list(c(1.5, 2.25), c(3, 3.5, 1), c(7, 2))
cases$tiny2 <- list(c(2, 3), c(4, 7))
cases$threes <- list(c(1, 2, 4), c(2, 5, 9), c(3, 3.5, 3.75))
cases$unbalanced <- list(rnorm(3, 5), rnorm(150, 5.5), rnorm(4, 6, 3), rnorm(40, 5.2, 0.5))
cases$cauchy3 <- list(rcauchy(40), rcauchy(35, 1), rcauchy(50, -0.5))
cases$lognormal4 <- lapply(1:4, function(i) rlnorm(30 + i, sdlog = 1 + i / 4))
cases$pareto3 <- lapply(1:3, function(i) (1 / runif(60))^(1 / (0.8 + i / 10)))
cases$offset3 <- lapply(1:3, function(i) 1e3 + round(rnorm(30, i / 5), 3))
cases$small3 <- lapply(1:3, function(i) 1e-120 * rnorm(20, i / 3))
cases$large3 <- lapply(1:3, function(i) 1e120 * rnorm(20, i / 3))
cases$negative3 <- lapply(1:3, function(i) -rexp(25, i))
cases$decimal3 <- lapply(1:3, function(i) round(rnorm(50, 3 + i / 10), 1))
cases$decimal6 <- lapply(1:6, function(i) round(runif(20 + i, 0, 100 + 3 * i), 2))
# The dimensions of study 2: scores of which a few lie outside the answer scale.
cases$dimensions <- list(
  c(round(runif(120, 1, 5), 2), 136.08, 98.4, 77), c(round(runif(120, 1, 5), 2), 389.55, 240, 250.5),
  c(round(runif(120, 1, 5), 2), 273.68, 188.25))
# p-values from 1e-20 to 1e-300.
cases$far20 <- list(rnorm(20), rnorm(25, 6), rnorm(22, 2))
cases$far60 <- list(rnorm(60), rnorm(65, 6), rnorm(62, 2))
cases$far150 <- list(rnorm(120), rnorm(120, 8), rnorm(120, 4))
cases$far250 <- list(rnorm(150), rnorm(150, 14.5), rnorm(150, 6))
cases$far2 <- list(rnorm(100), rnorm(100, 30))
cases$far2b <- list(rnorm(130), rnorm(120, 45))
cases$spread3 <- list(rnorm(90), rnorm(90, 0, 12), rnorm(90, 0, 80))
cases$ranks1200 <- list(round(rnorm(600), 2), round(rnorm(600, 9), 2))
cases$equal <- list(c(1, 2, 4, 4, 9), c(1, 2, 4, 4, 9), c(9, 4, 4, 2, 1))

cliff <- function(x, y) {
  m <- length(x); n <- length(y)
  d <- sign(outer(x, y, "-")); delta <- mean(d)
  if (abs(delta) == 1) return(c(delta, NA, NA))
  v <- (n^2 * sum((rowMeans(d) - delta)^2) + m^2 * sum((colMeans(d) - delta)^2) -
          sum((d - delta)^2)) / (m * n * (m - 1) * (n - 1))
  v <- max(v, (1 - delta^2) / (m * n - 1))
  z <- qnorm(0.975)
  half <- z * sqrt(v) * sqrt((1 - delta^2)^2 + z^2 * v)
  c(delta, (delta - delta^3 - half) / (1 - delta^2 + z^2 * v),
    (delta - delta^3 + half) / (1 - delta^2 + z^2 * v))
}
test <- function(case, method, t) {
  if (is.na(t$p.value)) return() # R's fourth powers leave the range of doubles
  expect(case, paste0(method, ".statistic"), t$statistic)
  if (!is.null(t$parameter)) {
    expect(case, paste0(method, ".df1"), t$parameter[1])
    if (length(t$parameter) > 1) expect(case, paste0(method, ".df2"), t$parameter[2])
  }
  if (t$p.value > 1e-305) expect(case, paste0(method, ".pValue"), t$p.value)
}

for (case in names(cases)) {
  groups <- cases[[case]]
  k <- length(groups)
  names <- letters[seq_len(k)]
  x <- unlist(groups)
  g <- factor(rep(names, lengths(groups)))

  for (i in seq_len(k)) {
    v <- groups[[i]]
    n <- length(v)
    table <- table(number(v))
    input(case, names[i], as.numeric(names(table)), as.vector(table))
    e <- function(name, value) expect(case, paste0(names[i], ".", name), value)
    q <- quantile(v, c(0.25, 0.5, 0.75), type = 7)
    e("n", n)
    e("mean", mean(v))
    e("sd", sd(v))
    e("min", min(v))
    e("q1", q[1])
    e("median", median(v))
    e("q3", q[3])
    e("max", max(v))
    e("iqr", IQR(v))
    e("mad", mad(v))
    e("trimmedMean", mean(v, trim = 0.2))
    e("lowerFence", q[1] - 1.5 * IQR(v))
    e("upperFence", q[3] + 1.5 * IQR(v))
    e("standardError", sd(v) / sqrt(n))
    ci <- mean(v) + c(-1, 1) * qt(0.975, n - 1) * sd(v) / sqrt(n)
    e("meanLow", ci[1])
    e("meanHigh", ci[2])
    if (n >= 6) {
      d <- qbinom(0.025, n, 0.5)
      e("medianLow", sort(v)[d])
      e("medianHigh", sort(v)[n + 1 - d])
    }
    if (n >= 4 && sd(v) > 1e-100 && sd(v) < 1e100) {
      e("skewness", psych::skew(v, type = 2))
      e("kurtosis", psych::kurtosi(v, type = 2))
    }
    if (n >= 4 && sd(v) > 1e-100 && sd(v) < 1e100) {
      mc <- robustbase::mc(v, doReflect = TRUE, doScale = FALSE)
      e("medcouple", mc)
      reach <- 1.5 * IQR(v) * exp(if (mc >= 0) c(-4, 3) * mc else c(-3, 4) * mc)
      limits <- q[c(1, 3)] + c(-1, 1) * reach # adjboxStats with quartiles for hinges
      if (IQR(v) > 0) {
        e("adjustedLow", limits[1])
        e("adjustedHigh", limits[2])
        e("adjusted_boxplot", sum(v < limits[1] | v > limits[2]))
        e("tukey_far", sum(v < q[1] - 3 * IQR(v) | v > q[3] + 3 * IQR(v)))
        e("tukey", sum(v < q[1] - 1.5 * IQR(v) | v > q[3] + 1.5 * IQR(v)))
        z <- 0.6745 * (v - median(v)) / mad(v, constant = 1)
        e("modified_z", if (mad(v) > 0) sum(abs(z) > 3.5) else 0)
      }
    }
  }

  fit <- aov(x ~ g)
  s <- summary(fit)[[1]]
  df2 <- s[2, 1]
  if (s[1, 2] > 1e-12 * s[2, 2]) { # else R's sum of squares is rounding
    expect(case, "anova.statistic", s[1, 4])
    expect(case, "anova.df1", s[1, 1])
    expect(case, "anova.df2", df2)
    if (s[1, 5] > 1e-305) expect(case, "anova.pValue", s[1, 5])
    expect(case, "anova.effectSize", s[1, 2] / sum(s[, 2]))
    if (s[1, 4] < 500) { # R's pf(ncp = ) does not go far
      eta <- effectsize::F_to_eta2(s[1, 4], s[1, 1], df2, ci = 0.95, alternative = "two.sided")
      expect(case, "anova.looseLow", eta$CI_low)
      expect(case, "anova.looseHigh", eta$CI_high)
    }
    if (sd(x) > 1e-100 && sd(x) < 1e100) {
      quiet <- function(v) suppressWarnings(suppressMessages(v))
      expect(case, "omega_squared.estimate", quiet(effectsize::omega_squared(fit, partial = FALSE, ci = NULL)$Omega2))
      expect(case, "epsilon_squared.estimate", quiet(effectsize::epsilon_squared(fit, partial = FALSE, ci = NULL)$Epsilon2))
      if (s[1, 4] < 500) {
        o <- quiet(effectsize::omega_squared(fit, partial = FALSE, alternative = "two.sided"))
        expect(case, "omega_squared.looseLow", o$CI_low)
        expect(case, "omega_squared.looseHigh", o$CI_high)
        o <- quiet(effectsize::epsilon_squared(fit, partial = FALSE, alternative = "two.sided"))
        expect(case, "epsilon_squared.looseLow", o$CI_low)
        expect(case, "epsilon_squared.looseHigh", o$CI_high)
      }
    }
    w <- oneway.test(x ~ g)
    test(case, "welch_anova", w)
    expect(case, "welch_anova.effectSize",
      effectsize::F_to_eta2(w$statistic, w$parameter[1], w$parameter[2], ci = NULL)$Eta2_partial)
    l <- car::leveneTest(x, g)
    if (l[1, 2] > 1e-12 && l[1, 2] < 1e20) { # without variation it is infinite, or rounding
      expect(case, "levene.statistic", l[1, 2])
      expect(case, "levene.df2", l[2, 1])
      if (l[1, 3] > 1e-305) expect(case, "levene.pValue", l[1, 3])
    }
    h <- kruskal.test(x, g)
    test(case, "kruskal_wallis", h)
    expect(case, "kruskal_wallis.effectSize", h$statistic / (length(x) - 1))
  }

  # ---- the first two groups --------------------------------------------------------------------
  a <- groups[[1]]
  b <- groups[[2]]
  if (mean(a) != mean(b)) {
    test(case, "t", t.test(a, b, var.equal = TRUE))
    test(case, "welch_t", t.test(a, b))
    if (sd(x) > 1e-100 && sd(x) < 1e100) {
      d <- effectsize::cohens_d(a, b)
      expect(case, "cohens_d.estimate", d$Cohens_d)
      expect(case, "cohens_d.looseLow", d$CI_low)
      expect(case, "cohens_d.looseHigh", d$CI_high)
      d <- effectsize::cohens_d(a, b, pooled_sd = FALSE)
      expect(case, "welch_t.effectSize", d$Cohens_d)
      expect(case, "welch_t.looseLow", d$CI_low)
      expect(case, "welch_t.looseHigh", d$CI_high)
      expect(case, "hedges_g.estimate", effectsize::hedges_g(a, b)$Hedges_g)
    }
  }
  w <- suppressWarnings(wilcox.test(a, b))
  test(case, "mann_whitney", w)
  d <- cliff(a, b)
  expect(case, "cliffs_delta.estimate", d[1])
  if (!is.na(d[2])) {
    expect(case, "cliffs_delta.confLow", d[2])
    expect(case, "cliffs_delta.confHigh", d[3])
    r <- effectsize::rank_biserial(a, b)
    expect(case, "rank_biserial.estimate", r$r_rank_biserial)
    expect(case, "rank_biserial.confLow", r$CI_low)
    expect(case, "rank_biserial.confHigh", r$CI_high)
  }

  # ---- all pairs -------------------------------------------------------------------------------
  # R's ptukey has digits only where p is not small; far tails: studentized_range.py.
  tukey <- TukeyHSD(fit)$g
  for (row in rownames(tukey)) {
    pair <- strsplit(row, "-")[[1]] # TukeyHSD subtracts the first name's group: b-a
    e <- function(name, value)
      expect(case, paste0("tukey_hsd.", pair[2], ":", pair[1], ".", name), value)
    e("estimate", -tukey[row, "diff"])
    if (df2 < 5) next # R's ptukey loses digits there as well
    e("confLow", -tukey[row, "upr"])
    e("confHigh", -tukey[row, "lwr"])
    if (tukey[row, "p adj"] > 0.01) e("pAdjusted", tukey[row, "p adj"])
  }
  frame <- data.frame(x, g)
  if (k > 2) {
    dunn <- as.data.frame(rstatix::dunn_test(frame, x ~ g, p.adjust.method = "holm", detailed = TRUE))
    for (i in seq_len(nrow(dunn))) {
      e <- function(name, value)
        expect(case, paste0("dunn_holm.", dunn$group1[i], ":", dunn$group2[i], ".", name), value)
      e("estimate", -dunn$estimate[i])
      e("statistic", -dunn$statistic[i])
      e("pValue", dunn$p[i])
      e("pAdjusted", dunn$p.adj[i])
    }
  }
  if (k > 2) {
    gh <- tryCatch( # it fails where a pair has fewer than 2 degrees of freedom
      as.data.frame(rstatix::games_howell_test(frame, x ~ g, detailed = TRUE)),
      error = function(e) data.frame())
    for (i in seq_len(nrow(gh))) {
      e <- function(name, value)
        expect(case, paste0("games_howell.", gh$group1[i], ":", gh$group2[i], ".", name), value)
      e("estimate", -gh$estimate[i])
      e("statistic", -sign(gh$estimate[i]) * gh$statistic[i])
      e("df", gh$df[i])
      if (gh$df[i] >= 5) {
        e("confLow", -gh$conf.high[i])
        e("confHigh", -gh$conf.low[i])
        # rstatix rounds p: the same call without rounding.
        p <- ptukey(gh$statistic[i] * sqrt(2), k, gh$df[i], lower.tail = FALSE)
        if (p > 0.01) e("pAdjusted", p)
      }
    }
  }
}

# ---- counts of up to a thousand million, with 200 bits ------------------------------------------
huge <- list(
  huge3 = list(values = 1:5, counts = list(
    c(1e9, 2e9, 3e9, 2e9, 1e9), c(1e9, 2e9, 3e9, 2e9, 1e9 + 30000), c(5e8, 1e9, 1.5e9 + 20000, 1e9, 5e8))),
  huge2 = list(values = c(0, 0.5, 7.25), counts = list(c(123456789, 987654321, 1e9), c(123456789, 987640000, 1000012345))),
  huge4 = list(values = c(-3, 0, 0.125, 4, 1e6), counts = list(
    c(1e6, 7e8, 3, 2, 100), c(1e6 + 700, 7e8, 1, 1, 103), c(2e6, 14e8, 5, 4, 207), c(1, 1, 1, 1, 1))),
  far_huge2 = list(values = c(1, 2, 3), counts = list(c(1e6, 1e6, 1e6), c(999e3, 1e6, 1013e3))))
high <- function(v) mpfr(v, 200)
for (case in names(huge)) {
  v <- high(huge[[case]]$values)
  counts <- lapply(huge[[case]]$counts, high)
  k <- length(counts)
  for (i in 1:k) input(case, letters[i], huge[[case]]$values, huge[[case]]$counts[[i]])
  n <- lapply(counts, sum)
  n <- do.call(c, n)
  N <- sum(n)
  split <- function(v) { # v: a list of values a group
    s <- do.call(c, lapply(1:k, function(i) sum(counts[[i]] * v[[i]])))
    within <- do.call(c, lapply(1:k, function(i) sum(counts[[i]] * (v[[i]] - s[i] / n[i])^2)))
    list(mean = s / n, within = within, between = sum(n * (s / n - sum(s) / N)^2))
  }
  f <- function(method, v) {
    d <- split(v)
    f <- asNumeric((d$between / (k - 1)) / (sum(d$within) / (N - k)))
    expect(case, paste0(method, ".statistic"), f)
    p <- pf(f, k - 1, asNumeric(N - k), lower.tail = FALSE)
    if (p > 1e-305) expect(case, paste0(method, ".pValue"), p)
    d
  }
  d <- f("anova", rep(list(v), k))
  for (i in 1:k) {
    expect(case, paste0(letters[i], ".n"), asNumeric(n[i]))
    expect(case, paste0(letters[i], ".mean"), asNumeric(d$mean[i]))
    expect(case, paste0(letters[i], ".sd"), asNumeric(sqrt(d$within[i] / (n[i] - 1))))
  }
  at <- function(c, rank) v[which(cumsum(asNumeric(c)) >= rank)[1]]
  medians <- do.call(c, lapply(1:k, function(i) {
    m <- asNumeric(n[i])
    (at(counts[[i]], floor((m + 1) / 2)) + at(counts[[i]], ceiling((m + 1) / 2))) / 2
  }))
  for (i in 1:k) expect(case, paste0(letters[i], ".median"), asNumeric(medians[i]))
  f("levene", lapply(1:k, function(i) abs(v - medians[i])))
  all <- Reduce(`+`, counts)
  r <- cumsum(all) - all + (all + 1) / 2
  ranks <- split(rep(list(r), k))
  h <- asNumeric((N - 1) * ranks$between / sum(all * (r - (N + 1) / 2)^2))
  expect(case, "kruskal_wallis.statistic", h)
  expect(case, "kruskal_wallis.pValue", pchisq(h, k - 1, lower.tail = FALSE))
  # Welch's analysis of variance and t, Student's t, Mann-Whitney of the first two.
  s2 <- d$within / (n - 1)
  w <- n / s2
  m <- sum(w * d$mean) / sum(w)
  tmp <- sum((1 - w / sum(w))^2 / (n - 1)) / (k^2 - 1)
  fw <- asNumeric(sum(w * (d$mean - m)^2) / ((k - 1) * (1 + 2 * (k - 2) * tmp)))
  expect(case, "welch_anova.statistic", fw)
  expect(case, "welch_anova.df2", asNumeric(1 / (3 * tmp)))
  expect(case, "welch_anova.pValue", pf(fw, k - 1, asNumeric(1 / (3 * tmp)), lower.tail = FALSE))
  se2 <- s2[1] / n[1] + s2[2] / n[2]
  t <- asNumeric((d$mean[1] - d$mean[2]) / sqrt(se2))
  df <- asNumeric(se2^2 / ((s2[1] / n[1])^2 / (n[1] - 1) + (s2[2] / n[2])^2 / (n[2] - 1)))
  expect(case, "welch_t.statistic", t)
  expect(case, "welch_t.df1", df)
  expect(case, "welch_t.pValue", 2 * pt(-abs(t), df))
  df <- n[1] + n[2] - 2
  t <- asNumeric((d$mean[1] - d$mean[2]) / sqrt((d$within[1] + d$within[2]) / df * (1 / n[1] + 1 / n[2])))
  expect(case, "t.statistic", t)
  expect(case, "t.pValue", 2 * pt(-abs(t), asNumeric(df)))
  both <- counts[[1]] + counts[[2]]
  r <- cumsum(both) - both + (both + 1) / 2
  u <- sum(counts[[1]] * r) - n[1] * (n[1] + 1) / 2
  M <- n[1] + n[2]
  sigma <- sqrt(n[1] * n[2] / 12 * (M + 1 - sum(both^3 - both) / (M * (M - 1))))
  z <- u - n[1] * n[2] / 2
  z <- asNumeric((z - sign(z) / 2) / sigma)
  expect(case, "mann_whitney.statistic", asNumeric(u))
  expect(case, "mann_whitney.pValue", 2 * pnorm(-abs(z)))
  expect(case, "rank_biserial.estimate", asNumeric(2 * u / (n[1] * n[2]) - 1))
}

# ---- repeated measures ---------------------------------------------------------------------------
matrices <- list()
set.seed(20240912)
for (k in c(2, 3, 4, 7)) for (n in c(4, 15, 60)) if (n > k) {
  shared <- rnorm(n)
  matrices[[paste0("rm_", n, "_", k)]] <- sapply(1:k, function(j) shared + j / 6 + rnorm(n, sd = 0.5 + j / 3))
}
matrices$rm_likert <- sapply(1:5, function(j) likert(70, j / 12))
matrices$rm_ties <- sapply(1:3, function(j) sample(1:2, 40, TRUE, c(0.5, 0.3 + j / 10)))
matrices$rm_offset <- 1e5 + sapply(1:3, function(j) round(rnorm(30, j / 9), 2))
matrices$rm_far <- sapply(1:3, function(j) rnorm(90, 9 * j))
matrices$rm_farther <- sapply(1:4, function(j) rnorm(110, 10 * j))
matrices$rm_heavy <- sapply(1:3, function(j) exp(2 * rnorm(50, j / 8)))
rows <- list()
for (case in names(matrices)) {
  m <- matrices[[case]]
  k <- ncol(m)
  n <- nrow(m)
  rows[[case]] <- data.frame(case, row = apply(m, 1, function(r) paste(number(r), collapse = ",")))
  q <- friedman.test(m)
  test(case, "friedman", q)
  expect(case, "friedman.effectSize", q$statistic / (n * (k - 1)))
  frame <- data.frame(w = factor(seq_len(k)))
  fit <- car::Anova(lm(m ~ 1), idata = frame, idesign = ~w, type = 3)
  s <- suppressWarnings(summary(fit, multivariate = FALSE))
  u <- s$univariate.tests["w", ]
  eps <- if (k > 2) s$pval.adjustments["w", "GG eps"] else 1
  expect(case, "rm_anova.statistic", u["F value"])
  expect(case, "rm_anova.df1", (k - 1) * eps)
  expect(case, "rm_anova.df2", (k - 1) * (n - 1) * eps)
  p <- pf(u["F value"], (k - 1) * eps, (k - 1) * (n - 1) * eps, lower.tail = FALSE)
  if (p > 1e-305) expect(case, "rm_anova.pValue", p)
  expect(case, "rm_anova.effectSize", u["Sum Sq"] / (u["Sum Sq"] + u["Error SS"]))
}

# ---- p-values of given statistics -------------------------------------------------------------
tail <- function(name, a, b, c, p) if (p > 1e-307) expect(paste(name, number(a), number(b), number(c), sep = ":"), "p", p)
for (df in c(1, 2, 2.5, 7, 28, 100, 1497, 1e5, 1e9)) for (t in c(1e-3, 0.5, 1.96, 4, 12, 30, 36.9, 1e3, 1e8))
  tail("t", t, df, 0, 2 * pt(-t, df))
for (df1 in c(1, 2, 2.7, 9, 60)) for (df2 in c(1.5, 5, 40, 497, 1e4)) for (f in c(1e-4, 0.7, 1, 3, 11.9, 60, 400, 5000))
  tail("f", f, df1, df2, pf(f, df1, df2, lower.tail = FALSE))
for (df in c(1, 2, 5, 24, 195)) for (x in c(1e-5, 0.4, 3.84, 12.2, 80, 436.4, 900, 1300)) tail("chi", x, df, 0, pchisq(x, df, lower.tail = FALSE))
for (z in c(1e-6, 0.1, 1, 1.96, 5, 10, 20, 30, 37)) tail("z", z, 0, 0, 2 * pnorm(-z))
# With two groups the studentized range is |t| times the root of 2.
for (df in c(1, 1.3, 2, 6.5, 40, 1000, 1e7)) for (q in c(0.1, 1, 3, 8, 25, 50)) tail("q", q, 2, df, 2 * pt(-q / sqrt(2), df))
# Adjustment for many tests.
p <- c(0.012, 0.5, 1e-30, 0.03, 0.012, 0.9, 0.0441, 2e-5, 1, 0.04)
for (m in c("bonferroni", "holm", "BH")) for (i in seq_along(p))
  expect(paste("adjust", m, sep = ":"), sprintf("%d", i), p.adjust(p, m)[i])

save <- function(list, file) write.table(do.call(rbind, list), file.path(out, file),
  sep = ",", quote = FALSE, row.names = FALSE)
save(inputs, "groups-input.csv")
save(rows, "groups-rows.csv")
save(expected, "groups-expected.csv")
