# Expected values of the models. Rscript models.R OUTPUT_DIRECTORY
# R 4.2.2 Patched: stats::glm, prcomp, eigen, kmeans; sandwich 3.0-2: vcovCL.
library(sandwich)
out <- commandArgs(trailingOnly = TRUE)[1]
number <- function(v) ifelse(is.na(v), "NA", sprintf("%.17g", v))
save <- function(rows, file) write.csv(do.call(rbind, rows), file.path(out, file), row.names = FALSE, quote = FALSE)
set.seed(20240827)

# Facilities that meet their goals, counted by DIRESA, category and CLAS.
make <- function(diresas, mean_size, slope, categories, seed) {
  set.seed(seed)
  d <- data.frame(diresa = sprintf("D%02d", seq_len(diresas)),
    practice = 100 * sample(3:20, diresas, TRUE) / 32,
    mortality = round(rnorm(diresas, 22, 6), 1))
  effect <- rnorm(diresas, 0, 0.3)
  cells <- expand.grid(category = categories, clas = 0:1, diresa = d$diresa, stringsAsFactors = FALSE)
  cells$n <- rpois(nrow(cells), mean_size * rep_len(c(3, 2, 1.5, 0.7), nrow(cells)))
  i <- match(cells$diresa, d$diresa)
  logit <- -1.5 + slope * d$practice[i] + 0.01 * d$mortality[i] + 0.5 * cells$clas + effect[i]
  cells$met <- rbinom(nrow(cells), cells$n, plogis(logit))
  cells$missed <- cells$n - cells$met
  list(d = d, cells = cells[cells$n > 0, ])
}
cases <- list(
  sample_like = make(12, 20, 0.04, c("I-1", "I-2", "I-3", "I-4"), 1),
  nation = make(25, 60, 0.02, c("I-1", "I-2", "I-3", "I-4", "II-1"), 2),
  small = make(9, 4, 0.03, c("I-1", "I-2"), 3),
  strong = make(14, 15, 0.12, c("I-1", "I-2", "I-3"), 4),
  one_category = make(7, 12, 0, "I-1", 5)
)
cells <- diresas <- expected <- list()
for (case in names(cases)) {
  x <- cases[[case]]
  cells[[case]] <- data.frame(case, x$cells[c("diresa", "category", "clas", "met", "missed")])
  diresas[[case]] <- data.frame(case, diresa = x$d$diresa, practice = number(x$d$practice), mortality = x$d$mortality)
  for (population in c("all", "clas")) {
    k <- merge(x$cells, x$d, by = "diresa")
    if (population == "clas") k <- k[k$clas == 1, ]
    f <- rbind(k[rep(seq_len(nrow(k)), k$met), ], k[rep(seq_len(nrow(k)), k$missed), ])
    f$y <- rep(1:0, c(sum(k$met), sum(k$missed)))
    sizes <- table(f$category)
    f$category <- relevel(factor(f$category), names(sizes)[which.max(sizes)])
    formula <- "y ~ practice + mortality"
    if (population == "all") formula <- paste(formula, "+ clas")
    if (length(sizes) > 1) formula <- paste(formula, "+ category")
    m <- glm(as.formula(formula), binomial, f, control = list(epsilon = 1e-15, maxit = 100))
    # Standard errors come from the weights before the last step: one more makes them those of the fit.
    m <- glm(as.formula(formula), binomial, f, start = coef(m), control = list(epsilon = 1e-15))
    G <- length(unique(f$diresa))
    V <- vcovCL(m, cluster = f$diresa, type = "HC0", cadjust = TRUE)
    terms <- sub("^category", "category_", names(coef(m)))
    terms <- sub("(Intercept)", "intercept", terms, fixed = TRUE)
    terms <- sub("^practice$", "practice_score", sub("^mortality$", "infant_mortality_2007", terms))
    rows <- function(model, se, p, q) data.frame(case, population, model, term = terms,
      estimate = number(coef(m)), std_error = number(se), statistic = number(coef(m) / se), p_value = number(p),
      conf_low = number(coef(m) - q * se), conf_high = number(coef(m) + q * se), n = nrow(f), diresas = G)
    se <- sqrt(diag(vcov(m)))
    expected[[length(expected) + 1]] <- rows("goal_attainment", se, 2 * pnorm(-abs(coef(m) / se)), qnorm(0.975))
    if (G > length(coef(m))) {
      se <- sqrt(diag(V))
      expected[[length(expected) + 1]] <- rows("goal_attainment_cluster_robust", se,
        2 * pt(-abs(coef(m) / se), G - 1), qt(0.975, G - 1))
    }
  }
}
save(cells, "goal-model-input.csv")
save(diresas, "goal-model-diresas.csv")
save(expected, "goal-model-expected.csv")

# Components of instruments; missing answers are empty.
likert <- function(n, k, load, levels, missing) {
  trait <- rnorm(n)
  m <- sapply(seq_len(k), function(i) load[(i - 1) %% length(load) + 1] * trait + rnorm(n))
  m <- apply(m, 2, function(v) findInterval(v, quantile(v, seq_len(levels - 1) / levels)) + 1)
  m[runif(length(m)) < missing] <- NA
  m
}
set.seed(20240828)
answers <- list(
  five_items = likert(60, 5, c(1, 0.6), 6, 0),
  two_items = likert(30, 2, 0.8, 5, 0),
  thirty_nine = likert(250, 39, c(0.9, 0.5, -0.4), 5, 0),
  binary = likert(90, 8, 0.9, 2, 0) - 1,
  fewer_answers_than_items = likert(9, 12, 0.9, 5, 0),
  missing = likert(200, 7, c(1, 0.5), 5, 0.1)
)
inputs <- components <- list()
for (case in names(answers)) {
  x <- answers[[case]]
  text <- apply(x, 1, function(r) paste(ifelse(is.na(r), "", r), collapse = ";"))
  inputs[[case]] <- data.frame(case, answers = text)
  if (anyNA(x)) {
    e <- eigen(cov2cor(cov(x, use = "pairwise")), symmetric = TRUE)
    values <- e$values
    vectors <- e$vectors
  } else {
    p <- prcomp(x, scale. = TRUE)
    values <- p$sdev^2
    vectors <- p$rotation
  }
  # Beyond the rank of the data a component has no direction.
  for (j in which(values > 1e-10)) {
    v <- vectors[, j]
    v <- v * sign(v[which(abs(v) > max(abs(v)) - 1e-9)[1]])
    components[[length(components) + 1]] <- data.frame(case, component = j, item = seq_along(v),
      loading = number(v), eigenvalue = number(values[j]), cumulative = number(sum(values[1:j]) / ncol(x)))
  }
}
save(inputs, "components-input.csv")
save(components, "components-expected.csv")

# Profiles in clusters: the least sum of squares, and the widths of that partition.
width <- function(x, cluster) {
  d <- as.matrix(dist(x))^2
  sapply(seq_len(nrow(x)), function(i) {
    own <- setdiff(which(cluster == cluster[i]), i)
    if (length(own) == 0) return(0)
    a <- mean(d[i, own])
    b <- min(sapply(setdiff(cluster, cluster[i]), function(k) mean(d[i, cluster == k])))
    (b - a) / max(a, b)
  })
}
set.seed(20240829)
profiles <- list(
  three_kinds = t(sapply(1:15, function(i) rbinom(40, 1, rep(c(0.2, 0.9, 0.2, 0.9), each = 10)[(1:40 + 10 * (i %% 3) - 1) %% 40 + 1]))),
  nation = t(sapply(1:25, function(i) rbinom(52, 1, if (i %% 2) 0.3 else 0.7))),
  five = t(sapply(1:5, function(i) rbinom(12, 1, 0.5)))
)
bits <- found <- list()
for (case in names(profiles)) {
  x <- profiles[[case]]
  bits[[case]] <- data.frame(case, diresa = sprintf("D%02d", seq_len(nrow(x))), used = apply(x, 1, paste, collapse = ""))
  for (k in 2:min(6, nrow(x) - 1)) {
    best <- kmeans(x, k, nstart = 5000, iter.max = 100)
    w <- width(x, best$cluster)
    found[[length(found) + 1]] <- data.frame(case, k, within = number(best$tot.withinss), mean_width = number(mean(w)),
      clusters = paste(best$cluster - 1, collapse = ";"),
      widths = paste(number(w), collapse = ";"))
  }
}
save(bits, "profiles-input.csv")
save(found, "profiles-expected.csv")
