-- grain: one row per row that figures of a breakdown are made from; a part of groups-spelt-twice.sql
select {{place}} as place, {{column}} as raw, hash(p.label, {{figure}}) as figure{{columns}}
from (select * from {{table}} d where {{where}}) d
join period p on p.indicator = $indicator and p.value = {{value}} and p.last = {{last}}
left join {{groups}} g on g.value = {{column}}
where g.standing is distinct from 'outside' and {{numerator}} is not null and {{denominator}} is not null
