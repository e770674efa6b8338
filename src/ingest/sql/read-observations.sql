-- grain: one row per indicator, dimension, period and group
select indicator, dimension, period, period_start, period_end, group_id,
  numerator, denominator, value, lower, upper, standard_error, sd, count, weight,
  numerator_lowest, numerator_highest, numerator_squares, numerator_ranges,
  denominator_lowest, denominator_highest, denominator_squares, denominator_ranges,
  rows, areas, blank_rows, blank_reason
from observation
order by indicator, dimension, period_start, period_end, position, group_id
