-- grain: one row: bytes of the texts of some columns, each counted in every row it stands in
select ({{bytes}})::DOUBLE as bytes from read_parquet($path, hive_partitioning = false)
order by bytes
