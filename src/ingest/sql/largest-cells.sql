-- grain: one row per value of a breakdown's column and pair of period cells of the figures with the largest denominators
-- that several rows go into: of twenty figures, and of more up to so many rows, which no more than so many figures have
create table {{largest}} as
select m.*
from {{made}} m join (
  select figure, rows, row_number() over sizes as place, sum(rows) over sizes as upto
  from (from ({{figures}}) order by whole desc, figure limit {{most_figures}})
  window sizes as (order by whole desc, figure)
) s on s.figure = m.figure
where s.rows > 1 and (s.place <= 20 or s.upto <= {{most_rows}})
