-- grain: one row per row of a saved table, in its order
copy (from {{table}} where {{where}} order by rowid) to {{path}}
(format parquet, compression snappy, kv_metadata { {{about}} })
