# Expected values of reliability. Rscript reliability.R OUTPUT_DIRECTORY
# R 4.2.2 Patched, psych 2.2.9: alpha, alpha.ci.
out <- commandArgs(trailingOnly = TRUE)[1]
number <- function(v) ifelse(is.na(v), "NA", sprintf("%.17g", v))
inputs <- list()
expected <- list()
expect <- function(case, quantity, value) {
  stopifnot(length(value) == 1)
  expected[[length(expected) + 1]] <<- data.frame(case, quantity, value = number(unname(value)))
}
set.seed(20240827)
likert <- function(n, k, load, levels, missing) {
  trait <- rnorm(n)
  m <- sapply(seq_len(k), function(i) load[(i - 1) %% length(load) + 1] * trait + rnorm(n))
  m <- apply(m, 2, function(v) findInterval(v, quantile(v, seq_len(levels - 1) / levels)) + 1)
  m[runif(length(m)) < missing] <- NA
  m
}
cases <- list(
  three_items = likert(40, 3, 0.8, 5, 0),
  five_missing = likert(120, 5, c(1, 0.6), 6, 0.1),
  ten_items = likert(300, 10, c(1.2, 0.9, 0.3), 5, 0.02),
  thirty_nine = likert(150, 39, c(0.9, 0.5, 0.2), 5, 0.05),
  two_items = likert(60, 2, 1, 4, 0.05),
  wrong_direction = likert(100, 6, c(1, 1, -1), 5, 0.03),
  unrelated = likert(80, 5, 0, 5, 0),
  half_missing = likert(200, 6, 1, 5, 0.5),
  binary = likert(90, 8, 0.9, 2, 0) - 1,
  binary_missing = likert(150, 12, 0.7, 2, 0.08) - 1,
  nearly_one = { m <- likert(50, 4, 30, 50, 0); m },
  decimals = likert(70, 4, 1, 7, 0.04) * 0.25 + 0.01,
  outliers = { m <- likert(100, 5, 1, 5, 0.02); m[c(3, 50), ] <- 389.55; m },
  few = likert(8, 4, 1, 5, 0),
  unanswered = { m <- likert(60, 5, 0.9, 5, 0.04); m[, 3] <- NA; m },
  answered_once = { m <- likert(60, 5, 0.9, 5, 0.04); m[-1, 2] <- NA; m[1, 2] <- 4; m }
)
binary <- c("binary", "binary_missing")
for (case in names(cases)) {
  m <- cases[[case]]
  # A respondent with no answer counts for psych, and not here.
  m <- m[rowSums(!is.na(m)) > 0, , drop = FALSE]
  colnames(m) <- paste0("I", seq_len(ncol(m)))
  inputs[[case]] <- data.frame(case, answers = apply(m, 1, function(r) paste(ifelse(is.na(r), "", format(r, trim = TRUE, digits = 15)), collapse = ";")))
  sink(tempfile())
  a <- suppressMessages(suppressWarnings(psych::alpha(as.data.frame(m), warnings = FALSE)))
  sink()
  used <- which(apply(m, 2, sd, na.rm = TRUE) > 0)
  k <- length(used)
  n <- nrow(m)
  methods <- c("alpha", if (case %in% binary) "kr20")
  for (method in c(methods, "alpha_std")) {
    estimate <- if (method == "alpha_std") a$total$std.alpha else a$total$raw_alpha
    ci <- psych::alpha.ci(estimate, n, k)
    expect(case, paste0(method, ".items"), k)
    expect(case, paste0(method, ".n"), n)
    expect(case, paste0(method, ".estimate"), estimate)
    # Feldt's interval is that of raw alpha.
    if (method != "alpha_std") {
      expect(case, paste0(method, ".confLow"), ci$lower.ci)
      expect(case, paste0(method, ".confHigh"), ci$upper.ci)
    }
  }
  C <- cov(m[, used], use = "pairwise")
  odd <- seq(1, k, 2)
  even <- seq(2, k, 2)
  r <- sum(C[odd, even]) / sqrt(sum(C[odd, odd]) * sum(C[even, even]))
  if (abs(r) < 1) {
    up <- function(r) 2 * r / (1 + r)
    expect(case, "split_half.estimate", up(r))
  }
  for (p in seq_along(used)) {
    i <- used[p] - 1
    expect(case, paste0("item.", i, ".n"), a$item.stats$n[p])
    expect(case, paste0("item.", i, ".mean"), a$item.stats$mean[p])
    expect(case, paste0("item.", i, ".sd"), a$item.stats$sd[p])
    expect(case, paste0("item.", i, ".itemRestR"), a$item.stats$r.drop[p])
    # With two items psych gives a regression coefficient in this place.
    if (k > 2) expect(case, paste0("item.", i, ".alphaIfDropped"), a$alpha.drop$raw_alpha[p])
  }
  if (case %in% c("five_missing", "wrong_direction")) {
    for (item in c(0, 2)) {
      turned <- m
      turned[, item + 1] <- min(m, na.rm = TRUE) + max(m, na.rm = TRUE) - m[, item + 1]
      sink(tempfile())
      b <- suppressMessages(suppressWarnings(psych::alpha(as.data.frame(turned), warnings = FALSE)))
      sink()
      expect(case, paste0("reversed.", item, ".estimate"), b$total$raw_alpha)
      for (p in seq_along(used)) expect(case, paste0("reversed.", item, ".", p - 1), b$item.stats$r.drop[p])
    }
  }
}
write.csv(do.call(rbind, inputs), file.path(out, "reliability-input.csv"), row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, expected), file.path(out, "reliability-expected.csv"), row.names = FALSE, quote = FALSE)
