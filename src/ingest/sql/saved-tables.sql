-- grain: one row per table of a database that was opened, by name
select table_name as name from duckdb_tables() where database_name = 'saved' and schema_name = 'main' order by 1
