-- grain: one row: whether no row has figures that contradict each other; null where there are no rows
select {{sound}} as sound
from {{table}}
where {{where}}
order by 1
