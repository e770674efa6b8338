-- grain: one row per group of an indicator and dimension, with the fewest areas of any period, its periods, and whether a row was blank
select group_id, cast(min(areas) as INTEGER) as areas, cast(count(*) as INTEGER) as periods, max(blank_rows) > 0 as has_blanks
from observation
where indicator = {{indicator}} and dimension = {{dimension}} and group_id is not null
group by group_id
order by group_id
