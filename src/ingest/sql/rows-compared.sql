-- grain: one row
select count(*) filter (where o.here is null) as added, count(*) filter (where n.here is null) as removed,
  count(*) filter (where o.here and n.here) as kept{{revised}}
from (select *, true as here from {{older}}) o
full join (select *, true as here from {{newer}}) n on {{key}}
order by 1
