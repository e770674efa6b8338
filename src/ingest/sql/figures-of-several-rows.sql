-- grain: one row: figures that several rows go into, these rows, and which columns they differ in
select count(*) as figures, coalesce(sum(_rows), 0) as rows{{any_differs}}
from (select sum(times) as _rows{{differs}} from {{table}} group by figure)
where _rows > 1
order by figures
