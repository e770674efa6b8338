-- grain: one row per period of an indicator and year that its denominators are of
select p.label, p.start_day as start, p.end_day as end, d._year as year
from (select *, {{year}} as _year from {{table}} d where {{where}} and {{column}} is not null) d
join period p on p.indicator = {{indicator}} and p.value = {{value}} and p.last = {{last}}
where d._year is not null
group by p.label, p.start_day, p.end_day, d._year
order by p.start_day, p.end_day, d._year
