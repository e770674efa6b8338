-- grain: one row per value of a breakdown's column and pair of period cells, of rows without blanks; a part of cells-of-figures.sql
select {{keys}}, {{count}} as _times, sum({{numerator}}) as _numerator, sum({{denominator}}) as _denominator{{gathered}}
from {{table}} d
where ({{where}}) and {{numerator}} is not null and {{denominator}} is not null
group by all
