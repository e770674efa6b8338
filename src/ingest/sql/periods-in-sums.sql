-- grain: one row per period of the figures that sums hold, one each: how many of them several rows go into, these rows, the
-- fewest rows of any, all figures, and what their denominators come to
select count(*) filter (where d._rows > 1) as figures, coalesce(sum(d._rows) filter (where d._rows > 1), 0) as rows,
  min(d._rows) as fewest, count(*) as values,
  cast(sum({{denominator}}) as DOUBLE) as whole, cast(max({{denominator}}) as DOUBLE) as largest
from ({{figures}}) d
group by d._period
order by d._period
