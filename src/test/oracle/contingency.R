# Expected values of tables of counts. Rscript contingency.R OUTPUT_DIRECTORY
# R 4.2.2 Patched: chisq.test, fisher.test, mantelhaen.test, prop.test; epitools 0.5-10.1,
# effectsize 0.8.3.
out <- commandArgs(trailingOnly = TRUE)[1]
number <- function(v) ifelse(is.na(v) | is.infinite(v), "NA", sprintf("%.17g", v))
inputs <- list()
expected <- list()
expect <- function(case, quantity, value) {
  stopifnot(length(value) == 1)
  expected[[length(expected) + 1]] <<- data.frame(case, quantity, value = number(unname(value)))
}

set.seed(20240827)
tables <- list(
  study1_goals = rbind(c(654, 718 - 654), c(249, 663 - 249)),
  study1_practices = rbind(c(78, 192 - 78), c(46, 192 - 46)),
  tea = rbind(c(3, 1), c(1, 3)),
  zero_corner = rbind(c(0, 5), c(7, 3)),
  zero_other = rbind(c(5, 0), c(3, 7)),
  both_zero = rbind(c(6, 0), c(0, 6)),
  near_yates = rbind(c(10, 11), c(11, 11)),
  equal = rbind(c(20, 20), c(20, 20)),
  majority = rbind(c(6, 0), c(2, 4)),
  large = rbind(c(1e9, 1e9 - 1e5), c(1e9 - 2e4, 1e9 + 7)),
  far = rbind(c(700, 100), c(200, 900)),
  extreme = rbind(c(1200, 300), c(150, 1250)),
  thousands = rbind(c(41234, 60021), c(39876, 60444)),
  skewed = rbind(c(3, 99997), c(17, 99983)),
  imbalanced = rbind(c(9, 3), c(4000, 9000))
)
for (i in 1:25) tables[[paste0("random_", i)]] <- matrix(rpois(4, c(2, 8, 40)[i %% 3 + 1]) + c(1, 0, 0, 1), 2)
rc <- list(
  three_by_two = rbind(c(12, 5), c(9, 14), c(3, 8)),
  job = matrix(c(1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11), 4, 4),
  sparse = rbind(c(3, 0, 1, 0), c(0, 2, 0, 1), c(1, 1, 4, 0)),
  likert = rbind(c(20, 35, 60, 90, 45), c(30, 40, 55, 70, 20), c(10, 25, 50, 95, 60)),
  large_rc = rbind(c(9e8, 8.99e8, 1e9), c(9.0001e8, 9e8, 9.999e8)),
  two_by_five = rbind(c(4, 6, 1, 0, 2), c(1, 3, 5, 7, 1))
)
for (i in 1:12) {
  r <- 2 + i %% 3
  rc[[paste0("random_rc_", i)]] <- matrix(rpois(r * 3, 3) + 1, r, 3)
}
rc$four_by_five <- rbind(c(5, 6, 7, 8, 9), c(7, 6, 5, 4, 3), c(3, 9, 4, 6, 8), c(5, 5, 6, 6, 7))
rc$five_by_five <- rbind(
  c(2, 3, 4, 3, 2), c(3, 4, 5, 2, 1), c(4, 2, 1, 3, 5), c(2, 2, 3, 4, 4), c(1, 3, 2, 5, 2))
rc$six_by_two <- cbind(c(12, 14, 10, 18, 16, 9), c(8, 6, 5, 3, 4, 3))

z <- qnorm(0.975)
ncp <- function(x, df, p) {
  f <- function(l) pchisq(x, df, ncp = l) - p
  if (pchisq(x, df) <= p) return(0)
  hi <- x + 50
  while (f(hi) > 0) hi <- hi * 1.1
  uniroot(f, c(0, hi), tol = 1e-13 * hi, maxiter = 10000)$root
}
association <- function(case, m) {
  inputs[[length(inputs) + 1]] <<- data.frame(
    case, row = rep(seq_len(nrow(m)), ncol(m)), column = rep(seq_len(ncol(m)), each = nrow(m)),
    count = sprintf("%.0f", as.vector(m)))
  plain <- suppressWarnings(chisq.test(m, correct = FALSE))
  n <- sum(m)
  df <- unname(plain$parameter)
  expect(case, "chi_square.statistic", plain$statistic)
  expect(case, "chi_square.df1", df)
  expect(case, "chi_square.pValue", plain$p.value)
  scale <- n * (min(dim(m)) - 1)
  expect(case, "chi_square.effectSize", sqrt(plain$statistic / scale))
  # Above 1e5 R's noncentral chi-square is itself no better than 1e-6.
  if (plain$statistic < 1e4) {
    expect(case, "interval.confLow", min(1, sqrt(ncp(plain$statistic, df, 0.975) / scale)))
    expect(case, "interval.confHigh", min(1, sqrt(ncp(plain$statistic, df, 0.025) / scale)))
    if (n < 1e8) {
      v <- effectsize::cramers_v(m, adjust = TRUE, ci = NULL)$Cramers_v_adjusted
      adjusted <- function(x) suppressWarnings(
        effectsize::chisq_to_cramers_v(x, n, nrow(m), ncol(m), adjust = TRUE, ci = NULL)$Cramers_v_adjusted)
      stopifnot(abs(adjusted(plain$statistic) - v) < 1e-12)
      expect(case, "cramers_v_adjusted.estimate", v)
      # effectsize searches its intervals to a few digits: the same ends, solved further.
      expect(case, "cramers_v_adjusted.confLow", min(1, adjusted(ncp(plain$statistic, df, 0.975))))
      expect(case, "cramers_v_adjusted.confHigh", min(1, adjusted(ncp(plain$statistic, df, 0.025))))
    }
  }
  expect(case, "expected.smallest", min(plain$expected))
  expect(case, "expected.below5", sum(plain$expected < 5))
  if (n < 1e8) {
    e <- plain$expected
    g <- 2 * sum(ifelse(m == 0, 0, m * log(m / e)))
    expect(case, "g_test.statistic", g)
    expect(case, "g_test.pValue", pchisq(g, df, lower.tail = FALSE))
  }
}
odds <- function(m) {
  k <- sum(m[1, ]); c1 <- sum(m[, 1]); c2 <- sum(m[, 2]); x <- m[1, 1]
  lo <- max(0, k - c2); hi <- min(k, c1)
  support <- lo:hi
  logdc <- dhyper(support, c1, c2, k, log = TRUE)
  d <- function(t) { v <- logdc + t * support; v <- exp(v - max(v)); v / sum(v) }
  solve <- function(f) exp(uniroot(f, c(-60, 60), tol = 1e-15, maxiter = 10000)$root)
  list(
    estimate = if (x == lo) 0 else if (x == hi) Inf else solve(function(t) sum((support - x) * d(t))),
    low = if (x == lo) 0 else solve(function(t) sum(d(t)[support >= x]) - 0.025),
    high = if (x == hi) Inf else solve(function(t) sum(d(t)[support <= x]) - 0.025))
}
wilson <- function(x, n) {
  i <- suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int)
  c(if (x == 0) 0 else i[1], if (x == n) 1 else i[2])
}
for (case in names(tables)) {
  m <- tables[[case]]
  association(case, m)
  yates <- suppressWarnings(chisq.test(m))
  expect(case, "chi_square_yates.statistic", yates$statistic)
  expect(case, "chi_square_yates.pValue", yates$p.value)
  if (sum(m) < 1e6) {
    f <- fisher.test(m)
    o <- odds(m)
    # fisher.test solves for the odds ratio to 1e-4 only: the same equations, solved further.
    stopifnot(abs(f$estimate - o$estimate) < 1e-3 * (1 + o$estimate) || is.infinite(o$estimate))
    expect(case, "fisher.pValue", f$p.value)
    expect(case, "fisher.effectSize", o$estimate)
    expect(case, "fisher.confLow", o$low)
    expect(case, "fisher.confHigh", o$high)
  }
  n1 <- sum(m[1, ]); n2 <- sum(m[2, ])
  p1 <- m[1, 1] / n1; p2 <- m[2, 1] / n2
  w1 <- wilson(m[1, 1], n1); w2 <- wilson(m[2, 1], n2)
  expect(case, "proportion.value", p1)
  expect(case, "proportion.confLow", w1[1])
  expect(case, "proportion.confHigh", w1[2])
  if (sum(m) < 1e8) {
    expect(case, "risk_difference.value", p1 - p2)
    expect(case, "risk_difference.confLow", p1 - p2 - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2))
    expect(case, "risk_difference.confHigh", p1 - p2 + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2))
  }
  # epitools also makes exact tests, which 1e9 observations are too many for.
  if (all(m > 0) && sum(m) < 1e6) {
    # epitools takes the second row against the first, and the second column as the event.
    turned <- m[2:1, 2:1]
    rr <- epitools::riskratio.wald(turned)$measure[2, ]
    or <- epitools::oddsratio.wald(turned)$measure[2, ]
    for (q in 1:3) {
      expect(case, paste0("risk_ratio.", c("value", "confLow", "confHigh")[q]), rr[q])
      expect(case, paste0("odds_ratio.", c("value", "confLow", "confHigh")[q]), or[q])
    }
  }
}
for (case in names(rc)) {
  m <- rc[[case]]
  association(case, m)
  if (sum(m) < 200) expect(case, "fisher_table.pValue", fisher.test(m, workspace = 2e7)$p.value)
}

strata <- list(
  ucb = UCBAdmissions,
  penicillin = array(c(0, 0, 6, 5, 3, 0, 3, 6, 6, 2, 0, 4, 5, 6, 1, 0, 2, 5, 0, 0), c(2, 2, 5)))
for (i in 1:15) {
  strata[[paste0("random_", i)]] <- array(rpois(4 * (1 + i %% 5), c(3, 30)[i %% 2 + 1]) + 1, c(2, 2, 1 + i %% 5))
}
lines <- list()
for (case in names(strata)) {
  s <- strata[[case]]
  for (k in seq_len(dim(s)[3])) {
    lines[[length(lines) + 1]] <- data.frame(case, a = s[1, 1, k], b = s[1, 2, k], c = s[2, 1, k], d = s[2, 2, k])
  }
  if (dim(s)[3] > 1) {
    for (correct in c(TRUE, FALSE)) {
      name <- if (correct) "mantel_haenszel" else "mantel_haenszel_uncorrected"
      t <- mantelhaen.test(s, correct = correct)
      expect(case, paste0(name, ".statistic"), t$statistic)
      expect(case, paste0(name, ".pValue"), t$p.value)
      expect(case, paste0(name, ".effectSize"), t$estimate)
      expect(case, paste0(name, ".confLow"), t$conf.int[1])
      expect(case, paste0(name, ".confHigh"), t$conf.int[2])
    }
  }
}
write.csv(do.call(rbind, inputs), file.path(out, "contingency-input.csv"), row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, lines), file.path(out, "contingency-strata.csv"), row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, expected), file.path(out, "contingency-expected.csv"), row.names = FALSE, quote = FALSE)
