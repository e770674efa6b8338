-- grain: one row per value that is no declared group, at most five, with the first row that holds it
select cast(d.{{column}} as VARCHAR) as value, min_by(d._file, (d._file, d._row)) as _file,
  min_by(d._row, (d._file, d._row)) as _row
from {{table}} d
where {{where}}
  and not exists (select 1 from {{groups}} g where g.value = cast(d.{{column}} as VARCHAR))
group by 1
order by 2, 3
limit 5
