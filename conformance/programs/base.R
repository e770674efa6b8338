# A part of the method in base R, from its text (docs/method.md), for `tempcheck conform "Rscript conformance/programs/base.R"`:
# shares with Wilson's limits, rates with exact and Byar's, means, standardised ratios; slope and relative index, concentration
# and spread between groups. It reads questions line by line and says of the others that it does not support them.

here <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
source(file.path(dirname(here), "../../clients/tempcheck.R")) # for reading and writing JSON alone

unsupported <- structure(list(), class = "unsupported")
deviate <- function(level) qnorm((1 + level) / 2)
suffix <- function(level) { digits <- sub("^0\\.", "", format(level, digits = 15)); if (nchar(digits) < 2) paste0(digits, "0") else digits }

wilson <- function(x, n, z) {
  middle <- (x + z^2 / 2) / (n + z^2)
  half <- z / (n + z^2) * sqrt(x * (n - x) / n + z^2 / 4)
  c(value = x / n, lower = if (x == 0) 0 else middle - half, upper = if (x == n) 1 else middle + half)
}
count_limits <- function(x, level) {
  z <- deviate(level); tail <- (1 - level) / 2
  if (x < 10) return(c(if (x == 0) 0 else qchisq(tail, 2 * x) / 2, qchisq(1 - tail, 2 * x + 2) / 2))
  c(x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3, (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3)
}
poisson_rate <- function(x, n, level) c(value = x / n, setNames(count_limits(x, level) / n, c("lower", "upper")))

estimators <- list(
  proportion = function(item, level) if (item$denominator == 0) "no-denominator" else
    item$multiplier * wilson(item$numerator, item$denominator, deviate(level)),
  rate = function(item, level) if (item$personYears == 0) "no-denominator" else
    item$multiplier * poisson_rate(item$count, item$personYears, level),
  mean = function(item, level) {
    if (length(item$values) < 2 && is.null(item$sd)) return("few-values")
    n <- if (is.null(item$sd)) length(item$values) else item$count
    centre <- if (is.null(item$sd)) mean(item$values) else item$value
    spread <- if (is.null(item$sd)) sd(item$values) else item$sd
    half <- qt((1 + level) / 2, n - 1) * spread / sqrt(n)
    c(value = centre, lower = centre - half, upper = centre + half)
  },
  standardisedRatio = function(item, level) {
    expected <- sum(item$population * item$standardEvents / item$standardPopulation)
    per <- if (is.null(item$multiplier)) 100 else item$multiplier
    c(expected = expected, per * poisson_rate(item$observed, expected, level))
  })

estimate <- function(question) {
  section <- names(question$request)
  if (!all(section %in% names(estimators))) return(unsupported)
  one <- function(item) {
    if (is.null(item$multiplier) && section != "standardisedRatio") item$multiplier <- 1
    answer <- list()
    for (level in question$levels) {
      found <- estimators[[section]](item, level)
      if (is.character(found)) return(list(reason = found))
      answer[setdiff(names(found), c("lower", "upper"))] <- found[setdiff(names(found), c("lower", "upper"))]
      answer[paste0(c("lower", "upper"), suffix(level))] <- found[c("lower", "upper")]
    }
    answer
  }
  setNames(list(lapply(question$request[[section]], one)), section)
}

# Groups with their values, variances, unbiased variances, and the same on the working scale.
figures <- function(request) {
  per <- if (is.null(request$scale)) 1 else request$scale
  scale <- switch(if (is.null(request$kind)) "published" else request$kind, proportion = "logit", rate = "log", dsr = "log", "identity")
  to <- switch(scale, logit = function(y) log(y / (per - y)), log = log, identity)
  from <- switch(scale, logit = function(g) per / (1 + exp(-g)), log = exp, identity)
  slope <- switch(scale, logit = function(y) y * (per - y) / per, log = identity, identity = function(y) 1)
  z <- deviate(0.95)
  groups <- lapply(request$groups[order(vapply(request$groups, function(g) g$order, 0))], function(g) {
    if (is.null(g$numerator))
      return(list(y = g$value, n = g$population, v = g$se^2, u = g$se^2, g = to(g$value), gv = (g$se / slope(g$value))^2))
    x <- g$numerator; n <- g$denominator
    f <- per * if (request$kind == "rate") poisson_rate(x, n, 0.95) else wilson(x, n, z)
    q <- (x + 0.5) / (n + 1)
    edge <- x == 0 || (request$kind == "proportion" && x == n)
    list(y = f[["value"]], n = n, v = ((f[["upper"]] - f[["lower"]]) / (2 * z))^2,
      u = per^2 * if (request$kind == "rate") x / n^2 else x * (n - x) / (n^2 * (n - 1)),
      g = if (!edge) to(f[["value"]]) else if (request$kind == "rate") log(per * (x + 0.5) / n) else log(q / (1 - q)),
      gv = if (!edge) ((to(f[["upper"]]) - to(f[["lower"]])) / (2 * z))^2 else if (request$kind == "rate") 1 / (x + 0.5) else 1 / (n * q * (1 - q)))
  })
  column <- function(key) vapply(groups, function(g) g[[key]], 0)
  list(y = column("y"), p = column("n") / sum(column("n")), v = column("v"), u = column("u"), g = column("g"), gv = column("gv"), from = from, slope = slope)
}

measure <- function(request) {
  if (any(vapply(request$groups, function(g) is.null(g$se) && is.null(g$numerator), TRUE))) return(unsupported)
  f <- figures(request)
  z <- deviate(0.95); p <- f$p; y <- f$y; mu <- sum(p * y)
  around <- function(value, variance) c(value = value, lower = value - z * sqrt(variance), upper = value + z * sqrt(variance))
  ratio <- function(value, variance) value * exp(c(value = 0, lower = -z, upper = z) * sqrt(variance))
  turned <- function(raw, how) c(as.list(raw), list(oriented = as.list(if (request$favourable) raw else how(raw))))
  signed <- function(raw) turned(raw, function(r) c(value = -r[["value"]], lower = -r[["upper"]], upper = -r[["lower"]]))
  inverse <- function(raw) turned(raw, function(r) c(value = 1 / r[["value"]], lower = 1 / r[["upper"]], upper = 1 / r[["lower"]]))
  plain <- function(raw) c(as.list(raw), list(oriented = as.list(raw)))
  found <- list()
  # Spread: limits of the variance, cut at 0, then rooted.
  b <- sum(p * (y - mu)^2)
  reach <- z * sqrt(4 * sum(p^2 * f$v * (y - mu)^2) + 2 * (sum(p^2 * f$v)^2 - sum(p^4 * f$v^2) + sum(p^2 * (1 - p)^2 * f$v^2)))
  for (form in c("", "_adjusted")) {
    centre <- b - if (form == "") 0 else sum(p * (1 - p) * f$u)
    cut <- c(value = centre, lower = centre - reach, upper = centre + reach) * 1
    cut[cut < 0] <- 0
    found[[paste0("bgv", form)]] <- plain(cut)
    found[[paste0("bgsd", form)]] <- plain(sqrt(cut))
    found[[paste0("cov", form)]] <- plain(100 * sqrt(cut) / mu)
  }
  if (all(y > 0)) {
    r <- y / mu; theil <- sum(p * r * log(r))
    found$ti <- plain(around(1000 * theil, sum((1000 * p / mu * (log(r) - theil))^2 * f$v)))
    found$mld <- plain(around(-1000 * sum(p * log(r)), sum((1000 * (p / mu - p / y))^2 * f$v)))
  }
  if (request$ordered && length(y) > 2) {
    x <- cumsum(p) - p / 2; s <- sum(p * (x - 0.5)^2)
    line <- function(g, gv, from, slope) {
      wb <- p * (x - 0.5) / s; wa <- p - wb / 2; a <- sum(wa * g); e <- a + sum(wb * g)
      k <- c(slope(from(a)), slope(from(e)))
      list(f = c(from(a), from(e)), v = rbind(c(sum(wa^2 * gv), sum(wa * (wa + wb) * gv)), c(sum(wa * (wa + wb) * gv), sum((wa + wb)^2 * gv))) * (k %o% k))
    }
    put <- function(names, l) {
      found[[names[1]]] <<- signed(around(l$f[2] - l$f[1], l$v[1, 1] - 2 * l$v[1, 2] + l$v[2, 2]))
      found[[names[2]]] <<- if (min(l$f) <= 0) list(reason = "end-not-positive") else
        inverse(ratio(l$f[2] / l$f[1], l$v[1, 1] / l$f[1]^2 - 2 * l$v[1, 2] / prod(l$f) + l$v[2, 2] / l$f[2]^2))
    }
    put(c("sii", "rii"), line(f$g, f$gv, f$from, f$slope))
    put(c("sii_linear", "rii_linear"), line(y, f$v, identity, function(y) 1))
    w <- 2 * p * (x - 0.5); aci <- sum(w * y)
    found$aci <- signed(around(aci, sum(w^2 * f$v)))
    found$rci <- signed(around(aci / mu, sum(((w - aci / mu * p) / mu)^2 * f$v)))
  }
  list(measures = found)
}

input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1, warn = FALSE)) > 0) {
  question <- tempcheck_parse(line)
  reply <- tryCatch({
    answer <- switch(question$ask, estimate = estimate(question), measure = measure(question$request), unsupported)
    if (inherits(answer, "unsupported")) list(id = question$id, unsupported = TRUE) else list(id = question$id, answer = answer)
  }, error = function(e) list(id = question$id, error = conditionMessage(e)))
  cat(tempcheck_json(reply), "\n", sep = "")
  flush(stdout())
}
