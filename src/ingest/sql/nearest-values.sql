-- grain: one row per value of a column, the three that are most like a text
select value
from (select distinct cast({{column}} as VARCHAR) as value from {{table}} where {{column}} is not null)
order by levenshtein(lower(value), lower($text)), value
limit 3
