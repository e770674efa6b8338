-- grain: one row per row that is kept; a part of add-observations.sql
select *, 1 as _rows, cast({{blank}} as INTEGER) as _blank_rows, {{reason}} as _reason
from {{table}} d
where {{where}}
