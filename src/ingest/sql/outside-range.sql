-- grain: one row per row with a figure outside its range, at most five
select _file, _row, {{column}} as value
from {{table}}
where {{outside}}
order by _file, _row
limit 5
