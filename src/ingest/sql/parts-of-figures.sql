-- grain: one row per figure and value of a column, or its largest value and all others together where it has more than
-- sixty, of the largest five hundred figures that have several values
with summed as materialized (
  select {{figure}} as figure, coalesce({{of}}, '') as value, {{sums}}
  from {{table}}
  {{grouped}}
),
largest as (
  select figure, count(*) as values, sum(denominator) as whole, max_by(value, (denominator, numerator, value)) as value
  from summed
  group by figure
  having count(*) > 1
  order by whole desc, figure
  limit 500
)
select cast(s.figure as VARCHAR) as figure, case when l.values <= 60 or s.value = l.value then s.value end as value,
  cast(sum(s.numerator) as DOUBLE) as numerator, cast(sum(s.denominator) as DOUBLE) as denominator,
  min(s.place) as place
from summed s join largest l on l.figure = s.figure
group by 1, 2
order by place, value
