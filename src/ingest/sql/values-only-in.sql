-- grain: one row per value of a column that one table has and the other has not
select distinct cast({{column}} as VARCHAR) as value
from {{table}}
where {{column}} is not null and {{column}} not in (select {{column}} from {{other}} where {{column}} is not null)
order by 1
