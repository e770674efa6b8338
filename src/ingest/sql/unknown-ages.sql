-- grain: one row per value that is no declared band of age, at most five, with the first row that holds it
select cast({{age}} as VARCHAR) as value, min_by(_file, (_file, _row)) as _file, min_by(_row, (_file, _row)) as _row
from {{table}}
where ({{where}}) and not coalesce(cast({{age}} as VARCHAR) in (select label from {{bands}}), false)
group by 1
order by 2, 3
limit 5
