-- grain: one row per value of a column that is another spelling of a listed one, at most five
select v.value as value, min(l.value) as listed
from (select distinct cast({{column}} as VARCHAR) as value from {{table}} where {{column}} is not null) v
join (select unnest([{{values}}]) as value) l on {{fold_found}} = {{fold_listed}}
where v.value not in ({{values}})
group by v.value
order by v.value
limit 5
