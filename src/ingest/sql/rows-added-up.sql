-- grain: one row per area or other group value and pair of period cells; a part of observe.sql
select {{keys}}, {{sums}}, count(*) as _rows, count(*) filter (where {{blank}}) as _blank_rows, max({{reason}}) as _reason
from {{table}} d
where {{where}}
group by {{keys}}
