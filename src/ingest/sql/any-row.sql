-- grain: one row, or none where no row is kept
select 1 as found
from {{table}}
where {{where}}
order by found
limit 1
