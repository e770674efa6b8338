-- grain: one row per column of a table of that database, in order
select column_name as "column", data_type as type from duckdb_columns()
where database_name = 'saved' and schema_name = 'main' and table_name = $table order by column_index
