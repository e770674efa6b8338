-- grain: one row
select count(*) as rows, count(distinct {{key}}) as keys
from {{table}}
order by 1
