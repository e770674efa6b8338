-- grain: one row per row of a table that is handed out, in its order
copy (from {{table}} where {{where}}) to {{path}}
(format parquet, compression snappy, kv_metadata { {{about}} })
