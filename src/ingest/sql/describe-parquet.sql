-- grain: one row per column of the file, in its order
select column_name as name from (describe select * from read_parquet($path))
