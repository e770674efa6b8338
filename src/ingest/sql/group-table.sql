-- grain: one row per value of a column that stands for a group
create table {{table}} (value VARCHAR, group_id VARCHAR, position INTEGER, standing VARCHAR)
