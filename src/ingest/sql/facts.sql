-- grain: one row
select count(*) as rows, count(distinct ({{key}})) as keys{{checks}}
from {{table}}
order by 1
