-- grain: one row per value of a column that rows of some periods have and those of others lack, at most five
with seen as (select distinct period, coalesce({{of}}, '') as value from {{table}})
select v.value, min(p.period) as period
from (select distinct value from seen) v
cross join (select distinct period from seen) p
left join seen s on s.value = v.value and s.period = p.period
where s.period is null
group by v.value
order by v.value
limit 5
