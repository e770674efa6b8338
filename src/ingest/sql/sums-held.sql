-- grain: one row per value of a breakdown's column and pair of period cells; a part of add-observations.sql and cells-of-figures.sql
select *, 0 as _blank_rows, null as _reason{{ends}}
from {{table}}
