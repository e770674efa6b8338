-- grain: one row per record of the files of a dataset, with its added columns
create table {{table}} as
select _file, _row,
  {{columns}}
from {{source}}
order by _file, _row
