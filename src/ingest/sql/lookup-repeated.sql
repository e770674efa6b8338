-- grain: one row per key of the other dataset that stands more than once, at most one
select {{key}} as key, count(*) as times
from {{other}}
group by {{key}}
having count(*) > 1
order by key
limit 1
