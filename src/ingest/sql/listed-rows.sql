-- grain: one row per record of a raw table, in its order, its cells as a list
select _row, [{{columns}}] as cells from {{table}} order by _row
