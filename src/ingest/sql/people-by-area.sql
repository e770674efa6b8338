-- grain: one row per area and group of people, groups in the order of the file
select
  cast({{area}} as VARCHAR) as area,
  cast({{label}} as VARCHAR) as label,
  case when count({{count}}) = count(*) then cast(sum({{count}} order by {{count}}) as DOUBLE) end as count
from {{table}}
where ({{where}}) and {{area}} is not null and {{label}} is not null
group by all
order by min(_file), min(_row)
