/** What `--help` adds for the two commands that partners feed with their own figures. */
export const MEASURE_HELP = `
One scenario, or {"scenarios": [...]}, as JSON:
  {"favourable": true, "ordered": true, "scale": 100, "kind": "proportion",
   "groups": [{"order": 1, "numerator": 30, "denominator": 200}, ...]}
favourable  whether higher is better
ordered     whether the groups form a ladder; two groups are a pair either way
order       1 for the most disadvantaged group
scale       values are given per this many; null for means and years
a group has numerator and denominator; or population, value and se, or lower95 and upper95, or neither
reference   true for the group that mdru, mdrw, d_reference and r_reference compare with
kind decides the working scale, on which lines are fitted: proportion logit; rate and dsr log; mean and
life-expectancy identity. published, or none: workingScale says (identity, log, logit), else identity.
Counts need the kind proportion or rate, and weigh groups by their denominators.
Also: name; conf (level of the intervals); ranking national (the groups are national quantiles, absent ones with
value null); reliableDenominator (smaller groups are never named best- or worst-off).

In: a CSV with a header of the same names; a column scenario makes several. Out: JSON, or a table on a terminal.
value, lower, upper are raw (least minus, or over, most disadvantaged); oriented ones are positive, or above 1,
when the disadvantaged are worse off.
`;

export const ESTIMATE_HELP = `
JSON with any of these keys, each a list:
  proportion                numerator, denominator, multiplier (1 where it is left out, as below)
  rate                      count, personYears, multiplier
  mean                      values; or value, sd, count
  directlyStandardisedRate  events, population, standardPopulation (else the European one of 2013), multiplier
  lifeExpectancy            startAge (0, 1, 5 ... 90), deaths, population
  slopeIndex                valueType (mean, rate, proportion), transformed, multiplier,
                            groups of order, population, value, and lower95 and upper95, or se
Beside them (docs/method.md section 12):
  healthyLifeExpectancy     startAge, deaths, population, and asked and healthy, or share and shareStandardError
  lifeExpectancyGap         startAge, from and to (deaths, population), causes of cause, from, to (deaths by age)
  standardisedRatio         observed, population, standardEvents, standardPopulation (by age), multiplier (100)
  ageAdjustedShare          numerator, population, standardEvents, standardPopulation (by age), multiplier
  funnel                    kind (proportion, rate, ratio, value), multiplier, target (else that of all together),
                            overdispersion (multiplicative, additive, none), winsorise (0.1),
                            areas of numerator and denominator, or of value and se
  smallAreas                model (gamma-poisson, beta-binomial: areas of numerator and denominator; fay-herriot:
                            areas of value, se and covariates), multiplier; raw and modelled beside each other
Out: the same with value, lower95 and upper95, or reason and text where there is no estimate.
`;

export const JUDGE_HELP = `
One request as JSON; all its series are one family of tests:
  {"series": [{"name": "out of work", "better": "lower", "ordered": true, "kind": "proportion", "scale": 100,
    "baseline": "2019", "periods": [{"label": "2019", "start": "2019-01-01", "end": "2019-12-31",
      "groups": [{"order": 1, "numerator": 30, "denominator": 200}, ...]}, ...]}, ...]}
better      which way is better, higher or lower
ordered     whether the groups form a ladder; two groups are a pair either way
periods     from the earliest to the latest, with their first and last day; groups as for the command measure
baseline    label of the period to compare with; else the latest earlier one that shares no day with the newest
breaks      first days of what cannot be compared with what was before
Also, of a series: workingScale, ranking; of a period: overall, {"value", "lower95", "upper95"}, the published level.
Of the request: level (0.95), same (0.2: within this share of the baseline a gap is little changed), materiality
(0: the least share that counts), falseDiscoveryRate (0.1: the share of clear changes that may be chance).

Out: for each series its absolute and relative gap (from, to, delta and standardError on the scale of the test with
scatter in it, phi, df, p, adjustedP, clear, minimumDetectable, direction, reason), the overall level,
both trends and the verdict with its basis; JSON, or a table on a terminal.
`;
