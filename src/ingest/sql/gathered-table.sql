-- grain: one row per period and group of one indicator and dimension, with what its figures come to
create table {{table}} (period VARCHAR, group_id VARCHAR, standing VARCHAR{{columns}})
