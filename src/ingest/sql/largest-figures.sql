-- grain: one row per row of the figures with the largest denominators: twenty, and more up to so many rows
create table {{made}} as
select t.*
from {{table}} t join (
  select figure, row_number() over sizes as place, sum(rows) over sizes as upto
  from (select figure, sum(times) as rows, sum(denominator) as whole from {{table}} group by figure)
  window sizes as (order by whole desc, figure)
) l on l.figure = t.figure
where l.place <= 20 or l.upto <= {{most}}
