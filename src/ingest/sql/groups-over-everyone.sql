-- grain: one row per period and group that counts more people or events than the figure of everyone, by more
-- than 2 % and what rounding makes of small counts
select g.dimension, g.period, g.group_id, g.numerator, g.denominator, o.numerator as all_numerator,
  o.denominator as all_denominator
from observation g
join observation o on o.indicator = g.indicator and o.period = g.period and o.dimension = $overall
where g.indicator = $indicator and g.dimension <> $overall and g.group_id is not null
  and o.blank_rows = 0 and (g.numerator > 1.02 * o.numerator + 5 or g.denominator > 1.02 * o.denominator + 5)
order by g.dimension, g.period_start, g.position
limit 5
