-- grain: one row per indicator, dimension, period and group
select indicator, dimension, period, period_start, period_end, group_id,
  numerator, denominator, value, lower, upper, standard_error, sd, count, weight,
  rows, areas, blank_rows, blank_reason
from observation
order by indicator, dimension, period_start, period_end, position, group_id
