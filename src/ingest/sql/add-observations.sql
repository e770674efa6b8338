-- grain: one row per period and group of one indicator and dimension; group_id is null for the unrecorded,
-- standing is null for values that are no declared group; read back in order by read-observations.sql
insert into observation
select $indicator, $dimension, p.label, p.start_day, p.end_day, g.group_id, g.position, g.standing,
  {{figures}},
  sum(d._rows), count({{areas}}), sum(d._blank_rows), max(d._reason)
from ({{rows}}) d
join period p on p.indicator = $indicator and p.value = {{value}} and p.last = {{last}}
left join {{groups}} g on g.value = {{column}}
{{gathered}}
group by p.label, p.start_day, p.end_day, g.group_id, g.position, g.standing
