-- grain: one row per row of the dataset of areas
select _file, _row, cast({{key}} as VARCHAR) as code, {{label}} as label, cast({{score}} as DOUBLE) as score,
  cast({{population}} as DOUBLE) as population, cast({{quantile}} as DOUBLE) as quantile,
  cast({{tileColumn}} as INTEGER) as tile_column, cast({{tileRow}} as INTEGER) as tile_row
from {{table}}
order by code, _file, _row
