-- grain: one row per value of a breakdown's column and pair of period cells; read by add-observations.sql and cells-of-figures.sql
create table {{added}} as {{rows}}
