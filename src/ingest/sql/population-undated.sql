-- grain: one row, the first whose count has no year, or none
select _file, _row
from {{table}}
where {{column}} is not null and {{year}} is null
order by _file, _row
limit 1
