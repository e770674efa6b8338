-- grain: one row per record of the files of a dataset, cells as text
create table {{table}} (_file INTEGER, _row BIGINT, {{columns}})
