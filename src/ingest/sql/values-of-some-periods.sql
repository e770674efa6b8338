-- grain: one row per value of a column that rows of some periods have and those of others lack, at most five; none of a
-- column of which more than half of the values are of one period alone, as days and numbers of records are
with seen as materialized ({{seen}}),
spread as (select value, count(*) as periods from seen group by value)
select v.value, min(p.period) as period
from spread v
cross join (select distinct period from seen) p
left join seen s on s.value = v.value and s.period = p.period
where s.period is null
  and (select 2 * count(*) filter (where periods > 1) >= count(*) from spread)
group by v.value
order by v.value
limit 5
