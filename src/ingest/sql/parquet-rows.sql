-- grain: one row: how many rows the file says it has
select num_rows::DOUBLE as rows from parquet_file_metadata($path)
order by rows
