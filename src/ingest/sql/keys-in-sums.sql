-- grain: one row
select sum(_rows) as rows, sum(_values) as keys
from {{made}}
order by 1
