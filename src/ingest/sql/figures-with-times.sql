-- grain: one row per period and group of one indicator and dimension: its figures in their order, and how many rows have each
select period, group_id, standing, list(figure order by figure) filter (where figure is not null) as figures,
  list(times order by figure) filter (where figure is not null) as times
from (
  select p.label as period, g.group_id, g.standing, {{figure}} as figure, cast(sum({{times}}) as DOUBLE) as times
  from (select * from {{table}} d where {{where}}) d
  join period p on p.indicator = $indicator and p.value = {{value}} and p.last = {{last}}
  left join {{groups}} g on g.value = {{column}}
  group by p.label, g.group_id, g.standing, {{figure}}
)
group by period, group_id, standing
order by period, group_id, standing
