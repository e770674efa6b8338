-- grain: one row per row of the dataset
select _file, _row, coalesce({{longitude}}, '') as longitude, coalesce({{latitude}}, '') as latitude
from {{table}}
order by _file, _row
