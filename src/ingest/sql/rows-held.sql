-- grain: one row per row of a table that an engine holds, its cells in their types; a part of what is asked there
select 0 as _file, 0 as _row, {{columns}}
from {{table}}
where {{where}}
