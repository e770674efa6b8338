-- grain: one row per text of a column, so many at most
select distinct {{column}} as value
from {{table}}
order by value
limit {{most}}
