-- grain: one row per value of all columns of a key but one, whose values are kept as bits
create table {{made}} as
select {{others}}, count(*) as _rows, bit_or(cast(1 as {{bits}}) << cast({{bit}} as {{bits}})) as _bits,
  min({{place}}) as _place, {{sums}}
from {{table}} d
group by {{others}}
