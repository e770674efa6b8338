-- grain: one row per period and group of an indicator that is no declared group, or that several rows went into
select dimension, period, group_id, standing, rows, row_number() over (order by dimension, period_start, position) as at
from observation
where indicator = {{indicator}} and (standing is null or (rows > 1 and standing <> 'outside'))
order by dimension, period_start, position
