-- grain: one row per row whose key the other dataset lacks, at most five
select d._file, d._row, d.{{on}} as key
from {{table}} d
where not exists (select 1 from {{other}} o where cast(o.{{key}} as VARCHAR) = cast(d.{{on}} as VARCHAR))
order by d._file, d._row
limit 5
