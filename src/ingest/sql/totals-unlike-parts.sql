-- grain: one row per total that its parts do not add up to; where a part is blank nothing is known
select t._file, t._row, cast(any_value(t.{{column}}) as DOUBLE) as total, sum(cast(p.{{column}} as DOUBLE)) as parts
from (select *, rowid as "#id" from {{table}} where {{where}}) t
  left join (select *, true as "#part" from {{table}} where {{part}}) p on {{key}}
where t.{{column}} is not null
group by t._file, t._row, t."#id"
having count(p."#part") = 0
  or (count(p."#part") = count(p.{{column}}) and abs(total - parts) > {{within}} + 1e-9 * abs(total))
order by t._file, t._row, t."#id"
limit 10000
