-- grain: one row per row whose cell of a column is another in the newer table, at most so many
select {{cells}}, cast(o.{{column}} as VARCHAR) as was, cast(n.{{column}} as VARCHAR) as now
from {{older}} o join {{newer}} n on {{key}}
where {{revised}}
order by {{order}}
limit {{most}}
