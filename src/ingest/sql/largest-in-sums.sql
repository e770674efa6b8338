-- grain: one row per figure that several rows go into, of the five hundred largest: those of parts-of-figures.sql
select d._rows as values, cast({{denominator}} as DOUBLE) as whole, cast({{largest}} as DOUBLE) as largest
from ({{figures}}) d
where d._rows > 1
order by {{denominator}} desc, hash(d._period, d._unit)
limit 500
