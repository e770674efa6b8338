-- grain: one row per row of a standard population, in the order of the file
select _file, _row, cast({{age}} as VARCHAR) as label, cast({{population}} as DOUBLE) as population, {{events}} as events
from {{table}}
where {{where}}
order by _file, _row
