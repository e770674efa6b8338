-- grain: one row per text of flags after the figures of a column
select flags as flags, count(*) as count
from (select {{flags}} as flags from {{table}})
where flags <> ''
group by flags
order by flags
