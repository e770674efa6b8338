-- grain: one row
select count(*) as rows{{sums}}
from {{table}}
order by 1
