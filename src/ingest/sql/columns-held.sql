-- grain: one row per column of a table that an engine holds, in their order
select column_name as name, data_type as type
from {{columns}}
where table_catalog = {{catalog_name}} and table_schema = {{schema}} and table_name = {{table}}
order by ordinal_position
