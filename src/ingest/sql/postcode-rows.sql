-- grain: one row per row of the dataset of postcodes that names a postcode or an area
select _file, _row, cast({{postcode}} as VARCHAR) as postcode, cast({{area}} as VARCHAR) as area
from {{table}}
where ({{where}}) and ({{postcode}} is not null or {{area}} is not null)
order by _file, _row
