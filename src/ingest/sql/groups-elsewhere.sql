-- grain: one row per other place and value of a column that stands for a group
create table {{table}} as
select p.id || '@' || g.value as value, p.id || '@' || g.group_id as group_id, g.position, g.standing
from {{groups}} g
cross join (select distinct id from (values {{places}}) p (id, name)) p
