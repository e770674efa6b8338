-- grain: one row per period and area of one indicator and dimension
select p.label as period, g.value as area,
  cast(sum({{numerator}} order by {{numerator}}) as DOUBLE) as numerator,
  cast(sum({{denominator}} order by {{denominator}}) as DOUBLE) as denominator,
  case when count({{denominator}}) = count(*) then cast(sum({{denominator}} order by {{denominator}}) as DOUBLE) end as size,
  count(*) filter (where {{blank}}) = 0 as is_whole,
  {{ranges}}
from (select * from {{table}} where {{where}}) d
join period p on p.indicator = $indicator and p.value = {{value}} and p.last = {{last}}
join {{groups}} g on g.value = {{column}} and g.group_id is not null
group by p.label, g.value
order by p.label, g.value
