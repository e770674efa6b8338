-- grain: one row per indicator, dimension, period, group and band of age, the youngest first
select *
from observation_band
order by indicator, dimension, period, group_id, position
