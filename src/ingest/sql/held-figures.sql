-- grain: one row per figure that sums hold; a part of periods-in-sums.sql and largest-in-sums.sql
select d.*, p.label as _period, {{unit}} as _unit
from {{table}} d
join (
  select d.*, p.label
  from (select distinct {{keys}} from {{table}} d) d
  join period p on p.indicator = $indicator and p.value = {{value}} and p.last = {{last}}
) p on {{same_cells}}
where ({{outside}}) is not true
