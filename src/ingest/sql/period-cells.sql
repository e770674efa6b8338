-- grain: one row per pair of period cells
select {{value}} as value, {{last}} as last
from (select distinct {{columns}} from {{table}} where {{where}}) d
group by 1, 2
order by 1, 2
