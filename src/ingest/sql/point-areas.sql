-- grain: one row per row of the dataset whose point lies in an area
create table {{table}} (_file INTEGER, _row BIGINT, area VARCHAR)
