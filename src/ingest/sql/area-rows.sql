-- grain: one row per row of the dataset of areas
select _file, _row, cast({{key}} as VARCHAR) as code, {{label}} as label, {{columns}}
from {{table}}
order by code, _file, _row
