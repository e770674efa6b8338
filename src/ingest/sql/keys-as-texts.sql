-- grain: one row per row of a table that an engine holds, its keys as text; a part of rows-added-up.sql
select {{columns}}
from {{rows}}
