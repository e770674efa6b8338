-- grain: one row per text of a column, so many at most; a part of a union
(select {{index}} as index, {{column}} as text, hash({{column}}) as hash from (select distinct {{column}} from {{table}}) where {{column}} is not null order by text limit {{most}})
