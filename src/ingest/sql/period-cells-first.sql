-- grain: one row, the first that holds a pair of period cells
select _file, _row
from {{table}} d
where ({{where}}) and {{value}} = $first and {{last}} = $last
order by _file, _row
limit 1
