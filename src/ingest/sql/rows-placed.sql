-- grain: one row per row of the dataset whose point lies in an area
create table {{table}} as
select s.* replace (p.area as {{area}})
from {{source}} s join {{codes}} p using (_file, _row)
order by s._file, s._row
