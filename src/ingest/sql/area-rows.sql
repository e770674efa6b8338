-- grain: one row per row of the dataset that is an area of the dimension
select _file, _row, cast({{key}} as VARCHAR) as code, {{label}} as label{{columns}}
from {{table}}
where {{where}}
order by code, _file, _row
