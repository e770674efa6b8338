-- grain: one row per row of the dataset
create table {{table}} as
select *
from {{source}}
where {{where}}
order by _file, _row
