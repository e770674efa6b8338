-- grain: one row
select count(*) as rows{{checks}}
from {{table}}
order by 1
