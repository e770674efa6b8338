-- grain: one row
select sum(_rows) as rows, sum(bit_count(_bits)) as keys
from {{made}}
order by 1
