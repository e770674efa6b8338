-- grain: one row per indicator, dimension, period, group and band of age, the youngest first
select indicator, dimension, period, group_id, label, numerator, denominator, areas
from observation_band
order by indicator, dimension, period, group_id, position
