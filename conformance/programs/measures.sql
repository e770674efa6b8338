-- Slope index of a straight line, relative index, concentration and between-group variance of the groups of one table:
-- groups(place, n, y, v): place on the ladder, size, value, variance; rules(z). From docs/method.md, sections 3 and 4.
with
  shares as (
    select place, y, v, n / sum(n) over () as p, (sum(n) over (order by place) - n / 2) / sum(n) over () as x from groups
  ),
  middle as (select sum(p * y) as mu from shares),
  spread as (select sum(p * (x - 0.5) * (x - 0.5)) as s from shares),
  -- What each group has in the slope, in the start of the line and in its end.
  parts as (
    select
      shares.*,
      p * (x - 0.5) / s as b,
      p - p * (x - 0.5) / s / 2 as a,
      p + p * (x - 0.5) / s / 2 as e
    from shares, spread
  ),
  line as (
    select
      sum(b * y) as slope, sum(b * b * v) as slope_variance,
      sum(a * y) as first, sum(e * y) as last,
      sum(a * a * v) as first_variance, sum(a * e * v) as covariance, sum(e * e * v) as last_variance
    from parts
  ),
  aci as (select sum(2 * p * (x - 0.5) * y) as value, sum(power(2 * p * (x - 0.5), 2) * v) as variance from shares),
  rci as (
    select aci.value / mu as value, sum(power((2 * p * (x - 0.5) - aci.value / mu * p) / mu, 2) * v) as variance
    from shares, middle, aci group by aci.value, mu
  ),
  bgv as (
    select
      sum(p * power(y - mu, 2)) as value,
      4 * sum(p * p * v * power(y - mu, 2))
        + 2 * (power(sum(p * p * v), 2) - sum(power(p, 4) * v * v) + sum(power(p * (1 - p) * v, 2))) as variance
    from shares, middle
  ),
  ratio as (
    select
      last / first as value,
      first_variance / (first * first) - 2 * covariance / (first * last) + last_variance / (last * last) as variance
    from line where first > 0 and last > 0
  ),
  ends as (
    select 'sii_linear' as id, slope as value, slope - z * sqrt(slope_variance) as lower, slope + z * sqrt(slope_variance) as upper
    from line, rules
    union all
    select 'rii_linear', value, value * exp(-z * sqrt(variance)), value * exp(z * sqrt(variance)) from ratio, rules
    union all
    select 'aci', value, value - z * sqrt(variance), value + z * sqrt(variance) from aci, rules
    union all
    select 'rci', value, value - z * sqrt(variance), value + z * sqrt(variance) from rci, rules
    union all
    select 'bgv', value, greatest(0, value - z * sqrt(variance)), value + z * sqrt(variance) from bgv, rules
    union all
    select
      'bgsd', sqrt(value), sqrt(greatest(0, value - z * sqrt(variance))), sqrt(value + z * sqrt(variance))
    from bgv, rules
  )
select * from ends;
