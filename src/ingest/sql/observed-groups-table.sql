-- grain: one row per indicator, dimension, period and group; dimension 'overall' holds published figures for everyone
create table observation (
  indicator VARCHAR, dimension VARCHAR, period VARCHAR, period_start VARCHAR, period_end VARCHAR,
  group_id VARCHAR, position INTEGER, standing VARCHAR,
  numerator DOUBLE, denominator DOUBLE, value DOUBLE, lower DOUBLE, upper DOUBLE, standard_error DOUBLE,
  sd DOUBLE, count DOUBLE, weight DOUBLE,
  numerator_lowest DOUBLE, numerator_highest DOUBLE, numerator_squares DOUBLE, numerator_ranges DOUBLE,
  denominator_lowest DOUBLE, denominator_highest DOUBLE, denominator_squares DOUBLE, denominator_ranges DOUBLE,
  rows BIGINT, areas INTEGER, blank_rows BIGINT, blank_reason VARCHAR
)
