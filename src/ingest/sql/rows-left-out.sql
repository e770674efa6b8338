-- grain: one row: all rows, and those of which the condition is not true
select count(*) as rows, count(*) filter (where not coalesce({{where}}, false)) as out
from {{table}}
order by rows
