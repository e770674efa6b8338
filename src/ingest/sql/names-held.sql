-- grain: one row per name in a catalog or schema, the five that are most like another
select name
from (select distinct {{name}} as name from {{listing}} where {{where}}) names
order by {{distance}}, name
limit 5
