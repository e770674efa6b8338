-- grain: one row: all rows, and those of which the condition is not true
select count(*) as rows, count(*) filter (where ({{where}}) is not true) as out
from {{table}}
order by rows
