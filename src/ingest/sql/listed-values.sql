-- grain: one row per listed value of a column that some row holds
select distinct {{cell}} as value
from {{table}}
where {{cell}} in ({{values}}) and ({{where}})
order by value
