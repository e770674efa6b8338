-- grain: one row per key of the other dataset whose weights share nothing out, at most twenty-one
select cast({{key}} as VARCHAR) as key, cast(sum({{weight}} order by {{weight}}) as DOUBLE) as total, count(*) filter (where {{weight}} is null or {{weight}} < 0) as bad
from {{other}}
group by {{key}}
having bad > 0 or not total > 0 or ({{shares}} and abs(total - 1) > 0.001)
order by key
limit 21
