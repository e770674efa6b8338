-- grain: one row per value of a breakdown's column and pair of period cells of the rows that figures are made from; k0,
-- k1 .. are these cells, l0 and h0 .. are equal where the rows are alike in a column
create table {{made}} as
select {{cells}}, p.label as period, {{unit}} as unit, hash(p.label, {{figure}}) as figure,
  d._place as place, d._times as times, d._numerator as numerator, d._denominator as denominator{{ends}}
from ({{rows}}) d
join period p on p.indicator = $indicator and p.value = {{value}} and p.last = {{last}}
left join {{groups}} g on g.value = {{column}}
where g.standing is distinct from 'outside'
