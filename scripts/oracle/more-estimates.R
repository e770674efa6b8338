# Golden figures of docs/method.md section 12, by R and without src/: base R from the formulas as the sources print them, and
# where there is one a package of Debian (metafor, spdep, epitools), of which the figures alone are kept.
#   apt-get install -y r-base-core r-cran-jsonlite r-cran-metafor r-cran-spdep r-cran-epitools
#   Rscript scripts/oracle/more-estimates.R > tests/golden/more-estimates.json
suppressPackageStartupMessages({ library(jsonlite); library(metafor); library(spdep); library(epitools) })
options(digits = 17)
set.seed(20)
out <- list()
one <- function(x) unbox(x)
put <- function(section, request, expected, source) {
  out[[length(out) + 1]] <<- list(section = one(section), source = source, request = request, expected = expected)
}
poisson_limits <- function(o, level = 0.95) {
  z <- qnorm(1 - (1 - level) / 2)
  if (o < 10) return(c(if (o == 0) 0 else qgamma((1 - level) / 2, o), qgamma(1 - (1 - level) / 2, o + 1)))
  c(o * (1 - 1 / (9 * o) - z / (3 * sqrt(o)))^3, (o + 1) * (1 - 1 / (9 * (o + 1)) + z / (3 * sqrt(o + 1)))^3)
}

## Life tables: made-up, of 20 bands.
ages <- c(0, 1, seq(5, 90, 5))
people <- round(c(1300, 5200, 6400, 6100, 6300, 9000, 9800, 8600, 7600, 7000, 6600, 6300, 5600, 4700, 3900, 3200, 2500, 1600, 900, 500))
rates <- c(4.2e-3, 3e-4, 1e-4, 1.2e-4, 4e-4, 6e-4, 8e-4, 1.1e-3, 1.6e-3, 2.3e-3, 3.4e-3, 5.2e-3, 8.1e-3, 1.25e-2, 1.9e-2, 2.9e-2, 4.6e-2, 7.7e-2, 0.125, 0.235)
deaths_a <- round(people * rates * 1.25)
deaths_b <- round(people * rates * 0.9)

deaths_a <- deaths_a + (deaths_a == deaths_b)

# Columns by definition, death by death: n, a, m, q, l, L.
life_table <- function(d, p) {
  k <- length(d); n <- c(diff(ages), Inf); m <- d / p; a <- ifelse(n == 1, 0.1, 0.5)
  q <- ifelse(is.finite(n), pmin(1, n * m / (1 + n * (1 - a) * m)), 1)
  l <- cumprod(c(1, 1 - q[-k])); dd <- l * q
  L <- ifelse(is.finite(n), n * (l - dd) + a * n * dd, l / m)
  list(n = n, a = a, m = m, q = q, l = l, L = L, e = rev(cumsum(rev(L))) / l)
}
# Variance by differences of the healthy years in each death probability and share, not by the closed form.
sullivan <- function(d, p, s, vs) {
  t <- life_table(d, p); k <- length(d)
  years <- function(q, m_last, s, x) {
    l <- cumprod(c(1, 1 - q[-k])); L <- ifelse(is.finite(t$n), t$n * (l - l * q) + t$a * t$n * l * q, l / m_last)
    sum((L * s)[x:k]) / l[x]
  }
  h <- sapply(seq_len(k), function(x) years(t$q, t$m[k], s, x))
  variance <- sapply(seq_len(k), function(x) {
    slope <- function(f, at) { e <- 1e-4 * max(at, 1e-3); (8 * (f(at + e) - f(at - e)) - (f(at + 2 * e) - f(at - 2 * e))) / (12 * e) }
    by_q <- sapply(seq_len(k - 1), function(i) if (i < x || d[i] == 0) 0 else
      slope(function(v) { q <- t$q; q[i] <- v; years(q, t$m[k], s, x) }, t$q[i])^2 * t$q[i]^2 * (1 - t$q[i]) / d[i])
    by_m <- slope(function(v) years(t$q, v, s, x), t$m[k])^2 * t$m[k]^2 / d[k]
    by_s <- sapply(seq_len(k), function(i) if (i < x) 0 else slope(function(v) { u <- s; u[i] <- v; years(t$q, t$m[k], u, x) }, s[i])^2 * vs[i])
    sum(by_q) + by_m + sum(by_s)
  })
  list(t = t, h = h, se = sqrt(variance))
}
asked <- c(40, 90, 120, 110, 130, 180, 190, 170, 160, 150, 140, 130, 120, 110, 100, 90, 70, 50, 30, 20)
healthy <- round(asked * c(.98, .97, .96, .95, .94, .93, .92, .9, .88, .85, .82, .78, .73, .68, .62, .56, .5, .44, .37, .3))
z <- qnorm(0.975)
s <- healthy / asked
r <- sullivan(deaths_a, people, s, s * (1 - s) / asked)
put("healthyLifeExpectancy",
  list(startAge = ages, deaths = deaths_a, population = people, asked = asked, healthy = healthy),
  list(lifeExpectancy = r$t$e, healthyLifeExpectancy = r$h, healthyShare = r$h / r$t$e, lower95 = r$h - z * r$se, upper95 = r$h + z * r$se),
  one("base R: Sullivan (1971) by definition, variances by numerical slopes in every probability and share; made-up figures"))
share <- round(s, 3); se <- round(sqrt(s * (1 - s) / asked) * 1.3, 4)
r <- sullivan(deaths_b, people, share, se^2)
put("healthyLifeExpectancy",
  list(startAge = ages, deaths = deaths_b, population = people, share = share, shareStandardError = se),
  list(healthyLifeExpectancy = r$h, lower95 = r$h - z * r$se, upper95 = r$h + z * r$se),
  one("base R, as the one before, with shares and standard errors as a survey publishes them"))

## Arriaga, as his three effects by definition (Preston, Heuveline and Guillot 2001, 3.11), not the closed form.
arriaga <- function(d1, p1, d2, p2) {
  a <- life_table(d1, p1); b <- life_table(d2, p2); k <- length(d1); T2 <- rev(cumsum(rev(b$L))); T1 <- rev(cumsum(rev(a$L)))
  i <- seq_len(k - 1)
  direct <- a$l[i] * (b$L[i] / b$l[i] - a$L[i] / a$l[i])
  indirect <- T2[i + 1] * (a$l[i] / b$l[i] - a$l[i + 1] / b$l[i + 1])
  list(a = a, b = b, years = c(direct + indirect, a$l[k] * (T2[k] / b$l[k] - T1[k] / a$l[k])))
}
g <- arriaga(deaths_a, people, deaths_b, people)
heart_a <- round(deaths_a * 0.3); heart_b <- round(deaths_b * 0.22); cancer_a <- round(deaths_a * 0.25); cancer_b <- round(deaths_b * 0.31)
# Bands with no difference in rates have no part to divide up: none of these.
stopifnot(all(deaths_a != deaths_b | deaths_a == 0))
by <- function(x, y) ifelse(deaths_a == deaths_b, 0, g$years * (x - y) / (deaths_a - deaths_b))
cause <- function(name, x, y) list(cause = if (is.null(name)) NA else one(name), years = one(sum(by(x, y))), ages = by(x, y))
put("lifeExpectancyGap",
  list(startAge = ages, from = list(deaths = deaths_a, population = people), to = list(deaths = deaths_b, population = people),
    causes = list(list(cause = one("heart"), from = heart_a, to = heart_b), list(cause = one("cancer"), from = cancer_a, to = cancer_b))),
  list(lifeExpectancyFrom = one(g$a$e[1]), lifeExpectancyTo = one(g$b$e[1]), gap = one(g$b$e[1] - g$a$e[1]),
    ages = lapply(seq_along(ages), function(i) list(startAge = one(ages[i]), years = one(g$years[i]))),
    byCause = list(cause("heart", heart_a, heart_b), cause("cancer", cancer_a, cancer_b),
      list(cause = NULL, years = one(sum(by(deaths_a - heart_a - cancer_a, deaths_b - heart_b - cancer_b))), ages = by(deaths_a - heart_a - cancer_a, deaths_b - heart_b - cancer_b)))),
  one("base R: direct and indirect effects by definition (Arriaga 1984), causes by shares of the difference in rates; made-up figures"))

## Indirect standardisation: the United States in 1940 against 1960 (Selvin 1998, as epitools documents it): 71058 observed,
## 85556.89 expected, 0.83.
dth60 <- c(141, 926, 1253, 1080, 1869, 4891, 14956, 30888, 41725, 26501, 5928)
pop60 <- c(1784033, 7065148, 15658730, 10482916, 9939972, 10563872, 9114202, 6850263, 4702482, 1874619, 330915)
dth40 <- c(45, 201, 320, 670, 1126, 3160, 9723, 17935, 22179, 13461, 2238)
pop40 <- c(906897, 3794573, 10003544, 10629526, 9465330, 8249558, 7294330, 5022499, 2920220, 1019504, 142532)
e <- ageadjust.indirect(count = dth40, pop = pop40, stdcount = dth60, stdpop = pop60)$sir
stopifnot(round(e["exp"], 2) == 85556.89, e["observed"] == 71058)
smr <- function(o, pop, sd, sp, source, multiplier = NULL) {
  per <- if (is.null(multiplier)) 100 else multiplier
  ex <- sum(pop * sd / sp); lim <- poisson_limits(o)
  put("standardisedRatio",
    c(list(observed = one(o), population = pop, standardEvents = sd, standardPopulation = sp), if (is.null(multiplier)) NULL else list(multiplier = one(multiplier))),
    list(expected = one(ex), value = one(per * o / ex), lower95 = one(per * lim[1] / ex), upper95 = one(per * lim[2] / ex)), one(source))
}
smr(71058, pop40, dth60, pop60, "epitools 0.5-10.1, ageadjust.indirect (Selvin 1998: 85556.89 expected, ratio 0.83); Byar's limits by base R", 1)
for (o in c(0, 1, 9, 10, 57)) smr(o, c(400, 800, 350, 90), c(20, 90, 260, 310), c(50000, 61000, 30200, 9100),
  "base R: qgamma below 10 events, Byar from there on (the rule of PHEindicatormethods' calculate_ISRatio); made-up figures")

adjusted <- function(x, pop, sd, sp) {
  n <- sum(pop); ex <- sum(pop * sd / sp) / n; st <- sum(sd) / sum(sp)
  w <- if (x > 0 && x < n) prop.test(x, n, correct = FALSE)$conf.int else {
    f <- function(q) (x / n - q)^2 - z^2 * q * (1 - q) / n
    if (x == 0) c(0, uniroot(f, c(1e-12, 1 - 1e-9), tol = 1e-15)$root) else c(uniroot(f, c(1e-9, 1 - 1e-12), tol = 1e-15)$root, 1) }
  move <- function(p) plogis(qlogis(p) - qlogis(ex) + qlogis(st))
  put("ageAdjustedShare", list(numerator = one(x), population = pop, standardEvents = sd, standardPopulation = sp, multiplier = one(100)),
    list(expected = one(100 * ex), raw = list(value = one(100 * x / n), lower95 = one(100 * w[1]), upper95 = one(100 * w[2])),
      value = one(100 * move(x / n)), lower95 = one(100 * move(w[1])), upper95 = one(100 * move(w[2]))),
    one("base R: prop.test without correction (Wilson), qlogis and plogis; made-up figures"))
}
adjusted(310, c(400, 800, 350, 90), c(2000, 9000, 12000, 5100), c(50000, 61000, 30200, 9100))
adjusted(1600, c(400, 800, 350, 90), c(2000, 9000, 12000, 5100), c(50000, 61000, 30200, 9100))
adjusted(0, c(40, 80, 35, 9), c(2000, 9000, 12000, 5100), c(50000, 61000, 30200, 9100))

## Funnels.
spiegelhalter <- function(kind, y, s, to, from, target, over, wins) {
  g <- to(y) - to(target); zs <- g / s; cuts <- quantile(zs, c(wins, 1 - wins), type = 7, names = FALSE)
  phi <- mean(pmin(cuts[2], pmax(cuts[1], zs))^2); w <- 1 / s^2; k <- length(y)
  tau2 <- max(0, (k * phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w)))
  err <- switch(over, none = s, multiplicative = s * sqrt(max(1, phi)), additive = sqrt(s^2 + tau2))
  list(phi = phi, tau2 = tau2, z = zs, az = g / err, lo = from(to(target) - z * err), hi = from(to(target) + z * err))
}
funnel_case <- function(kind, x, n, per, over, wins, target = NULL, source = "base R, from Spiegelhalter (2005) and Spiegelhalter and others (2012); made-up figures") {
  if (kind == "value") { y <- x; s <- n; to <- from <- identity; t <- if (is.null(target)) weighted.mean(y, 1 / s^2) else target
  } else { y <- x / n; s <- 1 / (2 * sqrt(n)); t <- if (is.null(target)) sum(x) / sum(n) else target
    to <- if (kind == "proportion") function(v) asin(sqrt(v)) else sqrt
    from <- if (kind == "proportion") function(v) sin(pmin(pi / 2, pmax(0, v)))^2 else function(v) pmax(0, v)^2 }
  f <- spiegelhalter(kind, y, s, to, from, t, over, wins)
  areas <- lapply(seq_along(x), function(i) if (kind == "value") list(value = one(x[i]), se = one(n[i])) else list(numerator = one(x[i]), denominator = one(n[i])))
  put("funnel", c(list(kind = one(kind), multiplier = one(per), overdispersion = one(over), winsorise = one(wins)), if (is.null(target)) NULL else list(target = one(per * target)), list(areas = areas)),
    list(target = one(per * t), phi = one(f$phi), tauSquared = one(f$tau2),
      areas = lapply(seq_along(x), function(i) list(value = one(per * y[i]), z = one(f$z[i]), adjustedZ = one(f$az[i]), lower95 = one(per * f$lo[i]), upper95 = one(per * f$hi[i])))), one(source))
}
n <- round(exp(runif(15, log(30), log(2500)))); x <- rbinom(15, n, plogis(rnorm(15, -1, 0.4)))
for (over in c("none", "multiplicative", "additive")) funnel_case("proportion", x, n, 100, over, 0.1)
funnel_case("proportion", x, n, 100, "multiplicative", 0.1, 0.3)
ex <- round(exp(runif(15, log(2), log(120))), 2); o <- rpois(15, ex * exp(rnorm(15, 0, 0.3)))
funnel_case("ratio", o, ex, 100, "additive", 0.1, 1)
funnel_case("rate", o, ex * 900, 1000, "multiplicative", 0.2)
vi <- round(runif(12, 0.5, 4), 2); yi <- round(rnorm(12, 20, sqrt(vi + 3)), 2)
dl <- rma(yi, vi, method = "DL")
funnel_case("value", yi, sqrt(vi), 1, "additive", 0, source = "base R; tau squared as metafor 3.8-1, rma(method = \"DL\"), has it")
stopifnot(abs(out[[length(out)]]$expected$tauSquared - dl$tau2) < 1e-10, abs(dl$tau2) > 0.1)

## Fay and Herriot: A, coefficients and predictions by metafor's restricted maximum likelihood and blup(); what blup() calls the
## standard error holds the first two parts of the mean squared error (Kackar and Harville); the third is added in base R.
fay <- function(yi, vi, x = NULL) {
  fit <- if (is.null(x)) rma(yi, vi, method = "REML", control = list(threshold = 1e-13, maxiter = 10000)) else
    rma(yi, vi, mods = x, method = "REML", control = list(threshold = 1e-13, maxiter = 10000))
  A <- as.numeric(fit$tau2); b <- blup(fit); w <- A / (A + vi)
  X <- if (is.null(x)) matrix(1, length(yi)) else cbind(1, x)
  V <- A + vi; C <- solve(t(X) %*% (X / V)); h <- rowSums((X %*% C) * X)
  mse <- w * vi + (1 - w)^2 * h + 2 * vi^2 / V^3 * 2 / sum(1 / V^2)
  if (A > 0) stopifnot(max(abs(w * vi + (1 - w)^2 * h - b$se^2)) < 1e-8)
  areas <- lapply(seq_along(yi), function(i) c(list(value = one(yi[i]), se = one(sqrt(vi)[i])), if (is.null(x)) NULL else list(covariates = as.numeric(X[i, -1]))))
  put("smallAreas", list(model = one("fay-herriot"), areas = areas),
    list(modelVariance = one(A), coefficients = as.numeric(fit$beta), areas = lapply(seq_along(yi), function(i)
      list(raw = list(lower95 = one(yi[i] - z * sqrt(vi[i]))), modelled = list(value = one(b$pred[i]), weight = one(w[i]), lower95 = one(b$pred[i] - z * sqrt(mse[i])), upper95 = one(b$pred[i] + z * sqrt(mse[i])))))),
    one("metafor 3.8-1: rma(method = \"REML\") and blup(); mean squared errors by Prasad and Rao (1990) in base R; made-up figures"))
}
fay(yi, vi)
x1 <- round(rnorm(12), 2); fay(round(yi + 2 * x1, 2), vi, cbind(x1))
fay(round(yi + 2 * x1, 2), vi, cbind(x1, x2 = round(rnorm(12), 2)))

## Empirical Bayes: points by spdep's EBest (Marshall; Martuzzi and Elliott), limits by qgamma and qbeta.
bayes <- function(x, n, model, per) {
  family <- if (model == "gamma-poisson") "poisson" else "binomial"
  f <- EBest(x, n, family); m <- sum(x) / sum(n); k <- length(x); s2 <- sum(n * (x / n - m)^2) / sum(n)
  if (family == "poisson") { A <- attr(f, "parameters")$a; b <- m / A; a <- m * b; q <- function(p) qgamma(p, a + x, b + n) } else {
    A <- (s2 - m * (1 - m) / mean(n)) / (1 - 1 / mean(n)); b <- m * (1 - m) / A - 1; a <- m * b; q <- function(p) qbeta(p, a + x, b - a + n - x) }
  lo <- q(0.025); hi <- q(0.975)
  put("smallAreas", list(model = one(model), multiplier = one(per), areas = lapply(seq_along(x), function(i) list(numerator = one(x[i]), denominator = one(n[i])))),
    list(mean = one(per * m), modelVariance = one(per^2 * A), areas = lapply(seq_along(x), function(i)
      list(raw = list(value = one(per * x[i] / n[i])), modelled = list(value = one(per * f$estmm[i]), lower95 = one(per * lo[i]), upper95 = one(per * hi[i]))))),
    one("spdep 1.2-7, EBest; limits by qgamma and qbeta of base R; made-up figures"))
}
bayes(x, n, "beta-binomial", 100)
bayes(o, ex, "gamma-poisson", 100)

cat(toJSON(list(
  source = one("scripts/oracle/more-estimates.R, R 4.2.2: base R, metafor 3.8-1, spdep 1.2-7, epitools 0.5-10.1; nothing of src/"),
  tolerance = one("1e-9 relative; 1e-7 for what rests on restricted maximum likelihood (fay-herriot) or on numerical slopes (limits of healthyLifeExpectancy)"),
  cases = out), digits = NA, pretty = FALSE, null = "null", na = "null"))
