-- grain: one row: whether any cell is strange, and the bytes of all texts, each counted in every row it stands in
select {{strange}} as strange, cast({{bytes}} as DOUBLE) as bytes
from read_parquet({{path}}, hive_partitioning = false)
order by 1
