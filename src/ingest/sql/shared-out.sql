-- grain: one row: how much of each count there is, and how much of it is shared out among several parts
select {{sums}}
from {{table}} d join (
    select cast({{key}} as VARCHAR) as key, count(*) as parts from {{other}} where {{weight}} > 0 group by 1
  ) o on o.key = cast(d.{{on}} as VARCHAR)
order by 1
