-- grain: one row, the first that holds a value
select _file, _row
from {{table}}
where cast({{column}} as VARCHAR) = $value
order by _file, _row
limit 1
