-- grain: one row per row of these figures, as largest-cells.sql gives them; read by parts-of-figures.sql
create table {{rows}} as
select {{place}} as place, l.figure, {{numerator}} as numerator, {{denominator}} as denominator{{columns}}
from (select * from {{table}} d where {{where}}) d
join {{largest}} l on {{same_cells}}
where {{numerator}} is not null and {{denominator}} is not null
