-- grain: one row: how many groups an engine gave, the rows that they are made of, and one hash of all their cells
select count(*) as groups, cast(coalesce(sum(times), 0) as BIGINT) as rows,
  sha256(coalesce(string_agg(line, chr(10) order by line), '')) as digest
from (select {{times}} as times, {{cells}} as line from {{table}})
order by groups
