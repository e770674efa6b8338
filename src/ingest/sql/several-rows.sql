-- grain: one row, or none where each group or area of a breakdown has one row in a period
select 1 as found
from observation
where indicator = {{indicator}} and dimension = {{dimension}} and rows > areas
order by found
limit 1
