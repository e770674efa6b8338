-- grain: one row per row of the dataset
create table {{made}} as
select d.*, {{columns}}
from {{table}} d join {{other}} o on cast(o.{{key}} as VARCHAR) = cast(d.{{on}} as VARCHAR)
order by {{order}}
