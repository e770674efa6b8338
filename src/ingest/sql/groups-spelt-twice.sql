-- grain: one row per pair of spellings of one value that go into one figure and differ in nothing else, at most five
select min(raw) as value, max(raw) as other, arg_min(place, (raw, place)) as place, arg_max(place, (raw, -place)) as other_place
from {{table}}
group by {{figure}}, {{fold}}
having count(distinct raw) > 1
order by value, place
limit 5
