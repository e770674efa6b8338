-- grain: one row per other place that a breakdown has rows of
select distinct split_part({{at}}, '@', 1) as place
from {{table}}
order by place
