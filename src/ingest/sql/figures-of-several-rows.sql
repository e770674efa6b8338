-- grain: one row: figures that several rows go into, these rows, the fewest rows of any figure, and which columns the
-- rows of a figure differ in
select count(*) filter (where _rows > 1) as figures, coalesce(sum(_rows) filter (where _rows > 1), 0) as rows,
  coalesce(min(_rows), 1) as fewest{{any_differs}}
from ({{figures}})
order by figures
