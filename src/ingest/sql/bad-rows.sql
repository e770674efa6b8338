-- grain: one row per row whose figures contradict each other, at most five
select _file, _row, {{found}} as found
from {{table}}
where ({{where}}) and ({{bad}})
order by _file, _row
limit 5
