-- grain: one row per row and unpivoted column of the file
create table {{table}} as
select * from (unpivot include nulls {{source}} on {{columns}} into name {{name}} value {{value}})
order by _file, _row
