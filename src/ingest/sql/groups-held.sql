-- grain: one row per group that an engine gave, in the order of their keys
create table {{table}} as
select 0 as _file, 0 as _row,
  {{columns}}
from {{source}}
order by {{keys}}
