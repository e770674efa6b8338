-- grain: one row per row and unpivoted column of the file
create table {{table}} as
select *
from {{source}} unpivot include nulls ({{value}} for {{name}} in ({{columns}}))
order by _file, _row
