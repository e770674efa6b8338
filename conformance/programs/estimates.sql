-- Shares with Wilson's limits and rates with Byar's, of one row: x, n, per, z. Exact limits (below ten events) are no SQL.
select
  kind,
  per * x / n as value,
  case
    when kind = 'rate' then per / n * x * power(1 - 1 / (9 * x) - z / (3 * sqrt(x)), 3)
    when x = 0 then 0
    else per * (x + z * z / 2 - z * sqrt(x * (n - x) / n + z * z / 4)) / (n + z * z)
  end as lower,
  case
    when kind = 'rate' then per / n * (x + 1) * power(1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)), 3)
    when x = n then per
    else per * (x + z * z / 2 + z * sqrt(x * (n - x) / n + z * z / 4)) / (n + z * z)
  end as upper
from counts;
