-- grain: one row per period and value of the column that sums keep as bits; a part of values-of-some-periods.sql
select distinct p.label as period, v.value
from (
  select {{keys}}, bit_or(_bits) as _bits
  from {{table}} d
  where ({{outside}}) is not true
  group by {{keys}}
) d
join period p on p.indicator = $indicator and p.value = {{value}} and p.last = {{last}}
cross join (values {{values}}) v (value, number)
where (d._bits >> cast(v.number as {{bits}})) & 1 = 1
