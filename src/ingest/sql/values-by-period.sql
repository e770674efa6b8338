-- grain: one row per period and value of a column, of the rows that figures are made from; a part of values-of-some-periods.sql
select distinct p.label as period, d._of as value
from (
  select distinct {{keys}}, coalesce({{of}}, '') as _of
  from {{table}} d
  where ({{where}}) and {{numerator}} is not null and {{denominator}} is not null
    and ({{outside}}) is not true
) d
join period p on p.indicator = $indicator and p.value = {{value}} and p.last = {{last}}
