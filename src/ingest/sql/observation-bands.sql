-- grain: one row per indicator, dimension, period, group and band of age, the youngest first
select indicator, dimension, period, group_id, label, numerator, denominator, areas,
  numerator_lowest, numerator_highest, numerator_squares, numerator_ranges,
  denominator_lowest, denominator_highest, denominator_squares, denominator_ranges, more
from observation_band
order by indicator, dimension, period, group_id, position
