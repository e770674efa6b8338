-- grain: one row per period, group and band of age of one indicator and dimension; read back by observation-bands.sql
insert into observation_band
select $indicator, $dimension, p.label, g.group_id, b.label, b.position,
  {{numerator}}, {{denominator}}, count(distinct {{column}}), {{ranges}}, {{more}}
from (select * from {{table}} where {{where}}) d
join period p on p.indicator = $indicator and p.value = {{value}} and p.last = {{last}}
join {{bands}} b on b.label = cast({{age}} as VARCHAR)
left join {{groups}} g on g.value = {{column}}
group by p.label, g.group_id, b.label, b.position
