-- grain: one row
select {{spans}}
from {{table}}
order by 1
