# How often the limits of docs/method.md 12.7 hold the true figure: 32 areas of 100 to 2,000 people, 1,500 draws, of rates of about
# 3 in 100 that differ by a fifth, and of shares of about 30 in 100. Limits where areas differ by chance alone are not counted.
#   Rscript scripts/oracle/small-areas-coverage.R
set.seed(1)
areas <- 32; draws <- 1500; held <- c(rates = 0, shares = 0); none <- 0
spread <- function(x, n) { m <- sum(x) / sum(n); c(m, sum(n * (x / n - m)^2) / sum(n), mean(n)) }
for (draw in seq_len(draws)) {
  n <- round(exp(runif(areas, log(100), log(2000))))
  truth <- rgamma(areas, 25, 25 / 0.03); x <- rpois(areas, n * truth); s <- spread(x, n); A <- s[2] - s[1] / s[3]
  if (A > 0) {
    b <- s[1] / A; a <- s[1] * b
    held["rates"] <- held["rates"] + mean(qgamma(0.025, a + x, b + n) <= truth & truth <= qgamma(0.975, a + x, b + n))
  } else none <- none + 1
  truth <- rbeta(areas, 12, 28); x <- rbinom(areas, n, truth); s <- spread(x, n); chance <- s[1] * (1 - s[1])
  b <- chance * (1 - 1 / s[3]) / (s[2] - chance / s[3]) - 1; a <- s[1] * b
  held["shares"] <- held["shares"] + mean(qbeta(0.025, a + x, b - a + n - x) <= truth & truth <= qbeta(0.975, a + x, b - a + n - x))
}
print(round(held / c(draws - none, draws), 3))
