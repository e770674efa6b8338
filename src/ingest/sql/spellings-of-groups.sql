-- grain: one row per text that two values of a dimension are spellings of, at most five
select min(value) as value, max(value) as other
from (select value, {{owner}} as owner from {{table}})
group by {{fold}}
having count(distinct owner) > 1
order by value
limit 5
