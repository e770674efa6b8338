-- grain: one row per record of the file, in its order
insert into {{table}}
select $file, row_number() over (), {{selected}}
from read_parquet($path, hive_partitioning = false)
