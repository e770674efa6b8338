-- grain: one row per row of the dataset
create or replace view {{table}} as
{{rows}}
