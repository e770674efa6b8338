-- grain: one row per area
select cast({{area}} as VARCHAR) as area, cast({{population}} as DOUBLE) as population
from {{table}}
where {{population}} is not null and {{where}}
order by _file, _row
