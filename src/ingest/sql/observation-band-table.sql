-- grain: one row per indicator, dimension, period, group and band of age; group_id is null as in observation
create table observation_band (
  indicator VARCHAR, dimension VARCHAR, period VARCHAR, group_id VARCHAR, label VARCHAR, position INTEGER,
  numerator DOUBLE, denominator DOUBLE, areas INTEGER,
  numerator_lowest DOUBLE, numerator_highest DOUBLE, numerator_squares DOUBLE, numerator_ranges DOUBLE,
  denominator_lowest DOUBLE, denominator_highest DOUBLE, denominator_squares DOUBLE, denominator_ranges DOUBLE,
  more VARCHAR
)
