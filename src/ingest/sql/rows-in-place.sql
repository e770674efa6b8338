-- grain: one row per record of the file, in its order; a part of a view
select {{index}} as _file, file_row_number + 1 as _row,
  {{columns}}
from read_parquet({{path}}, file_row_number = true, hive_partitioning = false)
