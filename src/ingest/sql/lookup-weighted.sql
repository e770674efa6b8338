-- grain: one row per row of the dataset and part of its key
create table {{made}} as
select d.* replace ({{counts}}), {{columns}}
from {{table}} d join (
    select *, cast({{weight}} as DOUBLE) / sum({{weight}}) over (
        partition by {{key}} order by {{weight}} rows between unbounded preceding and unbounded following
      ) as "#share"
    from {{other}} where {{weight}} > 0
  ) o on cast(o.{{key}} as VARCHAR) = cast(d.{{on}} as VARCHAR)
order by {{order}}, o."#share" desc
