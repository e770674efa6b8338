-- grain: one row per row of the dataset
create table {{table}} as
select _file, _row,
  {{columns}}
from {{source}}
order by _file, _row
