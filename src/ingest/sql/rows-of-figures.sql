-- grain: one row per row that figures of a breakdown are made from; read by figures-of-several-rows.sql and parts-of-figures.sql
create table {{made}} as
select cast(d._file as BIGINT) * 1099511627776 + d._row as place, p.label as period, {{unit}} as unit, {{column}} as raw, hash(p.label, {{figure}}) as figure,
  {{numerator}} as numerator, {{denominator}} as denominator, {{times}} as times{{columns}}
from (select * from {{table}} d where {{where}}) d
join period p on p.indicator = $indicator and p.value = {{value}} and p.last = {{last}}
left join {{groups}} g on g.value = {{column}}
where g.standing is distinct from 'outside' and {{numerator}} is not null and {{denominator}} is not null
