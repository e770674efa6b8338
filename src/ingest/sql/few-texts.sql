-- grain: one row per text of a column, so many at most; a part of a union
(select {{index}} as index, {{column}} as text from (select distinct {{column}} from {{table}}) order by text limit {{most}})
