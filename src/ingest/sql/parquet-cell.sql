-- grain: one row, or none where the condition is true of no row
select 1 as found
from read_parquet({{path}}, hive_partitioning = false)
where {{condition}}
order by found
limit 1
