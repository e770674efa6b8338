-- grain: one row per row of the file and name that its columns are turned into
create table {{table}} as
select * exclude ("#part")
from ({{parts}})
order by _file, _row, "#part"
