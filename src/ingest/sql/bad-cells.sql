-- grain: one row per row of the file that holds a bad cell
select _file, _row, {{columns}}
from {{table}}
where {{bad}}
order by _file, _row
limit {{most}}
