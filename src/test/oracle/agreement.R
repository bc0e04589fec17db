# Expected values of agreement. Rscript agreement.R OUTPUT_DIRECTORY
# R 4.2.2 Patched; psych 2.2.9: ICC; multilevel 2.7: ICC1, ICC2, rwg, rwg.j.
# Fleiss' kappa and AC1 are not in Debian's R packages: Gwet's formulas, written out with loops.
suppressPackageStartupMessages(library(multilevel))
out <- commandArgs(trailingOnly = TRUE)[1]
number <- function(v) ifelse(is.na(v), "NA", sprintf("%.17g", v))
inputs <- list()
expected <- list()
expect <- function(case, quantity, value) {
  stopifnot(length(value) == 1)
  expected[[length(expected) + 1]] <<- data.frame(case, quantity, value = number(unname(value)))
}
input <- function(case, m) {
  inputs[[length(inputs) + 1]] <<- data.frame(
    case, values = apply(m, 1, function(r) paste(ifelse(is.na(r), "", sprintf("%.17g", r)), collapse = ";")))
}
set.seed(20240827)

gwet <- function(m, kind) {
  m <- m[rowSums(m) > 0, , drop = FALSE]
  n <- nrow(m); q <- ncol(m); r <- rowSums(m); two <- r >= 2
  own <- numeric(n)
  for (i in which(two)) own[i] <- sum(m[i, ] * (m[i, ] - 1)) / (r[i] * (r[i] - 1))
  pa <- mean(own[two])
  share <- colMeans(m / r)
  weight <- switch(kind, percent_agreement = rep(0, q), fleiss_kappa = share, gwet_ac1 = (1 - share) / (q - 1))
  pe <- sum(share * weight)
  est <- (pa - pe) / (1 - pe)
  g <- numeric(n)
  for (i in 1:n) {
    base <- if (two[i]) n / sum(two) * (own[i] - pe) / (1 - pe) else 0
    pei <- sum(weight * m[i, ] / r[i])
    g[i] <- base - if (kind == "percent_agreement") 0 else 2 * (1 - est) * (pei - pe) / (1 - pe)
  }
  se <- sqrt(sum((g - est)^2) / (n * (n - 1)))
  half <- qt(0.975, n - 1) * se
  c(estimate = est, standardError = se, confLow = max(-1, est - half), confHigh = min(1, est + half))
}
counts <- function(ratings, q) t(apply(ratings, 1, function(r) tabulate(r[!is.na(r)], q)))
panels <- list()
for (i in 1:14) {
  n <- c(5, 12, 32, 52)[i %% 4 + 1]; q <- c(2, 3, 5)[i %% 3 + 1]; raters <- c(2, 3, 5)[i %% 3 + 1]
  truth <- sample(q, n, TRUE, prob = (1:q)^(i %% 3))
  ratings <- sapply(1:raters, function(j) ifelse(runif(n) < 0.7, truth, sample(q, n, TRUE)))
  if (i %% 2 == 0) ratings[cbind(sample(n, 3), sample(raters, 3, TRUE))] <- NA
  panels[[paste0("panel_", i)]] <- counts(ratings, q)
}
for (case in names(panels)) {
  input(case, panels[[case]])
  for (kind in c("percent_agreement", "fleiss_kappa", "gwet_ac1")) {
    e <- gwet(panels[[case]], kind)
    for (q in names(e)) expect(case, paste0(kind, ".", q), e[q])
  }
}

# Shrout and Fleiss (1979), table 2.
ratings <- list(shrout_fleiss = matrix(c(9, 6, 8, 7, 10, 6, 2, 1, 4, 1, 5, 2, 5, 3, 6, 2, 6, 4, 8, 2, 8, 6, 9, 7), 6, 4))
for (i in 1:12) {
  n <- c(4, 10, 40)[i %% 3 + 1]; k <- c(2, 3, 6)[i %% 3 + 1]
  ratings[[paste0("ratings_", i)]] <- round(outer(rnorm(n, sd = i %% 4), rnorm(k), "+") + rnorm(n * k), 2) + 10
}
for (case in names(ratings)) {
  m <- ratings[[case]]
  input(case, m)
  r <- psych::ICC(m, lmer = FALSE)$results
  rows <- c(icc1 = 1, icc2 = 2, icc1k = 4, icc2k = 5)
  for (type in names(rows)) {
    v <- r[rows[type], ]
    expect(case, paste0(type, ".estimate"), v$ICC)
    expect(case, paste0(type, ".f"), v$F)
    expect(case, paste0(type, ".pValue"), v$p)
    expect(case, paste0(type, ".confLow"), v$`lower bound`)
    expect(case, paste0(type, ".confHigh"), v$`upper bound`)
  }
}

# Staff nested in units of unequal size: one row a unit.
for (i in 1:10) {
  units <- c(3, 10, 23)[i %% 3 + 1]
  sizes <- sample(1:15, units, TRUE) + 1
  m <- t(sapply(seq_len(units), function(u) {
    v <- rep(NA, 16); v[seq_len(sizes[u])] <- pmin(5, pmax(1, round(3 + rnorm(1, sd = i %% 3 / 2) + rnorm(sizes[u])))); v
  }))
  case <- paste0("units_", i)
  input(case, m)
  d <- data.frame(y = as.vector(t(m)), g = factor(rep(seq_len(units), each = 16)))
  d <- d[!is.na(d$y), ]
  a <- aov(y ~ g, d)
  expect(case, "nested1.estimate", ICC1(a))
  expect(case, "nested1k.estimate", ICC2(a))
  s <- summary(a)[[1]]
  expect(case, "nested1.f", s[1, 4])
  expect(case, "nested1.pValue", s[1, 5])
}

# One group a row of items: members' answers, item after item.
for (i in 1:10) {
  members <- c(2, 5, 12)[i %% 3 + 1]; items <- c(1, 3, 9)[i %% 3 + 1]
  m <- matrix(sample(1:5, members * items, TRUE, prob = c(1, 2, 4, 8, 3)^(i %% 4)), items, members)
  case <- paste0("group_", i)
  input(case, m)
  # rwg.j fails on a single item.
  if (items > 1) expect(case, "rwg_j.value", rwg.j(as.data.frame(t(m)), rep("g", members), ranvar = 2)$rwg.j)
  expect(case, "rwg.value", rwg(m[1, ], rep("g", members), ranvar = 2)$rwg)
}
write.csv(do.call(rbind, inputs), file.path(out, "agreement-input.csv"), row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, expected), file.path(out, "agreement-expected.csv"), row.names = FALSE, quote = FALSE)
