-- grain: one row per area, year, part of the people and sex of a column that says who it counts, of its largest row
select area, year, part, sex, cast(max(people) as DOUBLE) as people,
  max_by(_file, (people, -_file, -_row)) as file, max_by(_row, (people, -_file, -_row)) as row
from (
  select _file, _row, {{area}} as area, {{year}} as year, {{part}} as part, {{sex}} as sex, {{column}} as people
  from {{table}}
)
where area is not null and year is not null and sex is not null and people is not null
group by area, year, part, sex
order by area, year, part, sex
