-- grain: one row per value of a column, at most twenty-one
select distinct cast({{column}} as VARCHAR) as value
from {{table}}
where {{column}} is not null
order by value
limit 21
