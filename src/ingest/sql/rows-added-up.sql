-- grain: one row per area or other group value and pair of period cells; a part of add-observations.sql
select {{keys}}, {{sums}}, {{count}} as _rows, {{blanks}}
from {{table}} d
where {{where}}
group by {{keys}}
