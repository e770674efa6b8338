-- grain: one row per period of a gap that is shown as published
select _file, _row, cast({{period}} as VARCHAR) as period, cast({{value}} as DOUBLE) as value
from {{table}}
where ({{where}}) and {{value}} is not null
order by _file, _row
