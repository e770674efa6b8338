-- grain: one row per row that is kept; a part of add-observations.sql
select *, {{times}} as _rows, cast({{blank}} as INTEGER) * {{times}} as _blank_rows, {{reason}} as _reason
from {{table}} d
where {{where}}
