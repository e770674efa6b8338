-- grain: one row, or none where the condition is true of no cell; a part of a union
(select 1 as found from read_parquet({{path}}) where {{condition}} limit 1)
