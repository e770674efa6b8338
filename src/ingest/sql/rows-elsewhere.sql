-- grain: one row per row of the dataset that is of one of the other places; {{at}} says the place and the group
create view {{table}} as
select d.*, p.id || '@' || {{cell}} as {{at}}
from {{source}} d
join (values {{places}}) p (id, name) on p.name = cast(d.{{place}} as VARCHAR)
where {{where}}
