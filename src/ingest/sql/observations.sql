-- grain: one row per indicator, dimension, period and group
select *
from observation
order by indicator, dimension, period_start, period_end, position, group_id
