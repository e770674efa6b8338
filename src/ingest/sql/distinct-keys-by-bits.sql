-- grain: one row
select sum(times) as rows, sum(values) as keys
from (
  select count(*) as times, bit_count(bit_or(cast(1 as {{bits}}) << cast({{bit}} as {{bits}}))) as values
  from {{table}}
  group by hash({{others}})
)
order by 1
