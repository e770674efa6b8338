-- grain: one row per pair of period cells, with the first row that holds it
select {{value}} as value, {{last}} as last, min_by(_file, (_file, _row)) as _file, min_by(_row, (_file, _row)) as _row
from {{table}} d
where {{where}}
group by 1, 2
order by 1, 2
