-- grain: one row per key that stands more than once, with its first and last row, at most five
select {{key}}, count(*) as times, max_by(_file, (_file, _row)) as _file, max_by(_row, (_file, _row)) as _row,
  min_by(_file, (_file, _row)) as first_file, min_by(_row, (_file, _row)) as first_row
from {{table}}
group by {{key}}
having count(*) > 1
order by _file, _row
limit 5
