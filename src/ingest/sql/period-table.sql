-- grain: one row per indicator and pair of period cells
create table period (
  indicator VARCHAR, value VARCHAR, last VARCHAR, label VARCHAR, start_day VARCHAR, end_day VARCHAR
)
