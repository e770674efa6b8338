-- grain: one row per record of the file, in its order
create table {{table}} as
select {{columns}}
from read_parquet($path, hive_partitioning = false)
