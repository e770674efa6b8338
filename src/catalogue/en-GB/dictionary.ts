import type { TableName } from "../../results/tables.ts";
import { placeTables as ofPlaces } from "./place-tables.ts";

/** What every column of the data files holds. */

interface Words {
  title: string;
  about: string;
}

/** Columns that stand in several tables with one meaning. */
const shared = {
  indicator: { title: "Indicator", about: "Id of the indicator" },
  dimension: { title: "Breakdown", about: "Id of the dimension that people or areas are grouped by" },
  period: { title: "Period", about: "Label of the period, as the report shows it" },
  period_start: { title: "Start", about: "First day of the period" },
  period_end: { title: "End", about: "Last day of the period" },
  group_id: { title: "Group id", about: "Id of the group within its dimension; overall is everyone" },
  group_label: { title: "Group", about: "Name of the group" },
  value: { title: "Estimate", about: "The estimate, in the unit of the indicator" },
  lower: { title: "Lower limit", about: "Lower limit of the estimate's interval" },
  upper: { title: "Upper limit", about: "Upper limit of the estimate's interval" },
  numerator: { title: "Count", about: "People or events counted, where counts are published" },
  numerator_lower: {
    title: "Count, lowest",
    about: "The least that the count may be, where it is known as a range alone",
  },
  numerator_upper: {
    title: "Count, highest",
    about: "The most that it may be; blank where the count is known",
  },
  denominator: { title: "Out of", about: "People or person-years that the count is out of" },
  denominator_lower: { title: "Out of, lowest", about: "The least that it may be, where it is known as a range alone" },
  denominator_upper: {
    title: "Out of, highest",
    about: "The most that it may be; blank where it is known",
  },
  marker: {
    title: "Shorthand",
    about: "Why the figure is blank: [c] held back, [x] not available, [u] low reliability",
  },
  share: { title: "Share of the people", about: "Share of the population of the measured groups, 0 to 1" },
  reason: { title: "Reason", about: "Why a figure is missing, as one word; blank where it is not" },
  reason_text: { title: "Why there is no figure", about: "Why a figure is missing, as a sentence" },
  type: { title: "Type", about: "absolute: a difference; relative: a ratio or a share" },
  measure: { title: "Measure", about: "Short id of the measure" },
  raw: { title: "Raw gap", about: "The measure as its formula gives it" },
  raw_lower: { title: "Raw gap, lower limit", about: "Lower limit of the raw gap's interval" },
  raw_upper: { title: "Raw gap, upper limit", about: "Upper limit of the raw gap's interval" },
  oriented: { title: "Gap", about: "Positive, or above 1 for a ratio, when the disadvantaged are worse off" },
  oriented_lower: { title: "Gap, lower limit", about: "Lower limit of the gap's interval" },
  oriented_upper: { title: "Gap, upper limit", about: "Upper limit of the gap's interval" },
  oriented_least: {
    title: "Gap, least",
    about:
      "The least that the gap can be, counts being anywhere in the ranges they are known in; blank where all are known",
  },
  oriented_most: { title: "Gap, most", about: "The most that the gap can be, in the same way" },
  baseline: { title: "Baseline", about: "Label of the earlier period" },
  current: { title: "Current", about: "Label of the later period" },
  theme: { title: "Theme", about: "Id of the theme" },
  programme: { title: "Programme", about: "Id of the programme" },
  worth: { title: "Value", about: "Present value, with every number at its most likely" },
  worth_lower: { title: "Value, lower", about: "Lower end of the range of the draws" },
  worth_upper: { title: "Value, upper", about: "Upper end of the range of the draws" },
} satisfies Record<string, Words>;

interface TableWords {
  title: string;
  /** What one row is. */
  grain: string;
  /** Columns of this table alone, or with another meaning here. */
  columns: Readonly<Record<string, Words>>;
}

const dictionary = {
  figure: {
    title: "Figures",
    grain: "one row per indicator, dimension, period and group; group_id 'overall' is everyone",
    columns: {
      dimension_title: { title: "Breakdown", about: "Title of the dimension" },
      unit: { title: "Unit", about: "Unit of the estimate" },
      against_rest: {
        title: "Difference from others",
        about:
          "From the published level of everyone, else from all others together; positive where worse off; unordered groups",
      },
      against_rest_lower: { title: "Difference, lower limit", about: "Lower limit of that difference" },
      against_rest_upper: { title: "Difference, upper limit", about: "Upper limit of that difference" },
      against_rest_p: { title: "Difference, p", about: "p value, adjusted over the groups" },
      notes: { title: "Notes", about: "Ids of the notes on the figure, with spaces between" },
    },
  },
  gap: {
    title: "Gaps",
    grain: "one row per indicator, dimension, period and type of gap",
    columns: {
      definition: {
        title: "Definition",
        about: "Definition id of the measure, because names alone mean different things",
      },
      unit: { title: "Unit", about: "Unit of the gap" },
      notes: { title: "Notes", about: "Ids of the notes on the period or the gap, with spaces between" },
    },
  },
  change: {
    title: "Changes",
    grain: "one row per indicator, dimension and thing that changes",
    columns: {
      what: { title: "What", about: "The absolute or relative gap, the overall level, or one end of it" },
      from_value: { title: "Before", about: "Value in the earlier period" },
      to_value: { title: "Now", about: "Value in the later period" },
      scale: { title: "Scale", about: "Where the test is made" },
      change: { title: "Change", about: "Now minus before; for a ratio, now divided by before" },
      change_lower: { title: "Change, lower limit", about: "Lower limit of the change's interval" },
      change_upper: { title: "Change, upper limit", about: "Upper limit of the change's interval" },
      standard_error: { title: "Standard error", about: "Standard error of the change, on the scale of the test" },
      degrees_of_freedom: {
        title: "Degrees of freedom",
        about: "Of Student's t; blank where the normal distribution is used",
      },
      p: { title: "p", about: "p value of the test that nothing changed" },
      adjusted_p: { title: "Adjusted p", about: "p value adjusted over all tests of its kind in the report" },
      clear: { title: "Clear", about: "Whether the change is clear, with all tests of the report allowed for" },
      possible: { title: "May be chance", about: "Whether it would look clear alone, but not among all tests" },
      direction: { title: "Direction", about: "What is made of the change, as one word" },
      depends_on: {
        title: "Depends on",
        about: "baseline: the year compared; framing: counting those it holds for, or the others",
      },
      turned: { title: "Turned", about: "Later period since which the gap clearly went the other way" },
      minimum_detectable: {
        title: "Smallest to find",
        about: "Smallest change found four times in five, on the test's scale",
      },
    },
  },
  verdict: {
    title: "Verdicts",
    grain: "one row per indicator and dimension",
    columns: {
      verdict: { title: "Verdict id", about: "The verdict as one word" },
      label: { title: "Verdict", about: "The verdict as the report shows it" },
      temperature: { title: "Temperature", about: "Which way the gap is going, in one word" },
      absolute_gap: { title: "Absolute gap", about: "What the absolute gap did" },
      relative_gap: { title: "Relative gap", about: "What the relative gap did" },
      overall: { title: "Overall level", about: "What the overall level did" },
      basis: { title: "Basis", about: "What the verdict rests on" },
      levelling_down: {
        title: "Levelling down",
        about: "Whether the gap narrowed because the better-off side got worse by more than the other got better",
      },
      rule: { title: "Rule", about: "The rule that decided, in words" },
      notes: { title: "Notes", about: "Ids of the notes on the breakdown, with spaces between" },
    },
  },
  supporting_measure: {
    title: "Other measures",
    grain: "one row per indicator, dimension, period and measure",
    columns: {
      definition: { title: "Definition", about: "Definition id of the measure" },
      notes: { title: "Notes", about: "Ids of the notes on the measure, with spaces between" },
    },
  },
  alternative_gap: {
    title: "Gaps counted another way",
    grain: "one row per indicator, dimension, period, other population or ranking, and type of gap",
    columns: {
      another: { title: "What is another", about: "The denominator that is divided by, or the ranking of areas" },
      alternative: { title: "Which", about: "Column of the other denominator, or id of the other ranking" },
      alternative_name: { title: "Its name", about: "The other denominator or ranking as sentences call it" },
      unit: { title: "Unit", about: "Unit of the gap" },
    },
  },
  comparator: {
    title: "Other places",
    grain: "one row per indicator, dimension, other place and type of gap; of the newest period",
    columns: {
      place: { title: "Place id", about: "Id of the other place" },
      place_title: { title: "Place", about: "Name of the other place" },
      level: { title: "Level", about: "Level of everyone there" },
      level_lower: { title: "Level, lower limit", about: "Lower limit of that level" },
      level_upper: { title: "Level, upper limit", about: "Upper limit of that level" },
      beside: {
        title: "Set beside",
        about: "The gap of this report's place less that of the other; of ratios, divided by it",
      },
      beside_lower: { title: "Set beside, lower limit", about: "Lower limit of that" },
      beside_upper: { title: "Set beside, upper limit", about: "Upper limit of that" },
      clear: { title: "Clear", about: "Whether the two gaps differ by more than chance; blank where it is not tested" },
      trend_from: { title: "Trend, from", about: "Fitted gap in the first period of the place's own trend" },
      trend_to: { title: "Trend, to", about: "Fitted gap in the last period of it" },
      slope_per_year: { title: "Slope", about: "Slope of the fitted line per year, on the scale of the test" },
      slope_lower: { title: "Slope, lower limit", about: "Lower limit of the slope" },
      slope_upper: { title: "Slope, upper limit", about: "Upper limit of the slope" },
      trend_p: { title: "Trend, p", about: "p value of the slope by itself: nothing rests on it" },
    },
  },
  elsewhere: {
    title: "Other places, by period",
    grain: "one row per indicator, dimension, other place, kind of figure, measure and period",
    columns: {
      place: { title: "Place id", about: "Id of the other place" },
      place_title: { title: "Place", about: "Name of the other place" },
      what: {
        title: "Kind of figure",
        about:
          "level: everyone there; absolute, relative: the gap by this report's rules; published: the gap as its publisher has it",
      },
      measure: { title: "Measure", about: "Short id of the measure; of a published gap its name" },
      unit: { title: "Unit", about: "Unit of the figure" },
      value: {
        title: "Figure there",
        about: "The level; or the gap, positive, or above 1 for a ratio, when the disadvantaged are worse off",
      },
      lower: { title: "Lower limit", about: "Lower limit of its interval" },
      upper: { title: "Upper limit", about: "Upper limit of its interval" },
    },
  },
  beside: {
    title: "Smoothed figures and funnels",
    grain:
      "one row per indicator, dimension and group that has a modelled figure or a point in a funnel; of the newest period",
    columns: {
      own_value: { title: "Own figure", about: "The group's own figure, which gaps and verdicts are made of" },
      modelled_value: {
        title: "Smoothed (modelled)",
        about: "A model's figure, drawn towards all areas: beside the own figure, and in no gap or verdict",
      },
      modelled_lower: { title: "Smoothed, lower limit", about: "Lower limit of the modelled figure" },
      modelled_upper: { title: "Smoothed, upper limit", about: "Upper limit of the modelled figure" },
      own_weight: { title: "Weight", about: "Part of the own figure in the modelled one, 0 to 1" },
      modelled_definition: { title: "Model", about: "Definition id of the modelled figure" },
      funnel_target: { title: "Target", about: "What all groups shown come to together" },
      funnel_95_lower: { title: "Funnel, 95 in 100, lower", about: "95 in 100 would lie above and below these two" },
      funnel_95_upper: { title: "Funnel, 95 in 100, upper", about: "The upper of these two limits" },
      funnel_998_lower: { title: "Funnel, 998 in 1,000, lower", about: "998 in 1,000 would lie between these two" },
      funnel_998_upper: { title: "Funnel, 998 in 1,000, upper", about: "The upper of these two limits" },
      funnel_size: { title: "Size", about: "People, expected events, or one over the standard error" },
      funnel_standing: { title: "Against the funnel", about: "Whether the figure lies outside the wider limits" },
      funnel_definition: { title: "Funnel", about: "Definition id of the funnel" },
    },
  },
  gap_part: {
    title: "Parts of a gap in life expectancy",
    grain: "one row per indicator, dimension and age or cause; of the newest period",
    columns: {
      part_of: { title: "Part by", about: "Whether the part is an age or a cause" },
      part: { title: "Part", about: "The ages, or the cause; * is what no cause is given for" },
      years: { title: "Years", about: "Years of the gap that arise there; of a period they add up to it" },
      from_group: { title: "From", about: "Id of the group with fewer years" },
      to_group: { title: "To", about: "Id of the group with more years" },
      definition: { title: "Definition", about: "Definition id of the parts" },
    },
  },
  head_count: {
    title: "Head-counts",
    grain: "one row per indicator, dimension and period",
    columns: {
      reference: { title: "Reference id", about: "Id of the group whose level everyone would have" },
      reference_label: { title: "Reference", about: "Name of the group whose level everyone would have" },
      par: { title: "Difference", about: "What the overall level would differ by; below 0 where it would be lower" },
      par_lower: { title: "Difference, lower limit", about: "Lower limit of that difference" },
      par_upper: { title: "Difference, upper limit", about: "Upper limit of that difference" },
      head_count: {
        title: "Head-count",
        about: "People or events that the difference comes to; arithmetic, not a forecast",
      },
      head_count_lower: { title: "Head-count, lower limit", about: "Lower limit of the head-count" },
      head_count_upper: { title: "Head-count, upper limit", about: "Upper limit of the head-count" },
      notes: { title: "Notes", about: "Ids of the notes on the head-count, with spaces between" },
    },
  },
  contribution: {
    title: "Contributions",
    grain: "one row per indicator, dimension, period and measured group, where they can be worked out",
    columns: {
      between_group_variance: {
        title: "To the between-group variance",
        about: "p (y - mu)^2; over the groups these add up to bgv",
      },
      spread_share: {
        title: "Share of the spread",
        about: "Its part of the between-group variance, 0 to 1; includes chance",
      },
      theil: {
        title: "To the Theil index",
        about: "1000 p r ln r, where r = y / mu; over the groups these add up to ti",
      },
      concentration: {
        title: "To the concentration index",
        about: "2 p (x - x') (y - mu); over the groups these add up to aci; ordered dimensions",
      },
    },
  },
  change_contribution: {
    title: "Contributions to change",
    grain: "one row per indicator, dimension and group, where they can be worked out",
    columns: {
      level: { title: "From levels", about: "What the group's own level adds to the change of the groups' mean" },
      composition: { title: "From sizes", about: "What the group's share of the people adds to that change" },
    },
  },
  observation: {
    title: "Counts",
    grain: "one row per indicator, dimension, period and group",
    columns: {},
  },
  estimate: {
    title: "Estimates",
    grain: "one row per indicator, dimension, period and group; group_id 'overall' is everyone",
    columns: {
      ridit: { title: "Position", about: "Position on the ladder, 0 most disadvantaged to 1 (ordered dimensions)" },
      fitted: { title: "Fitted", about: "Value of the fitted line at that position" },
    },
  },
  theme: {
    title: "Themes",
    grain: "one row per theme",
    columns: {
      title: { title: "Title", about: "Title of the theme" },
      about: { title: "Why it matters", about: "One sentence on why the theme matters" },
    },
  },
  indicator: {
    title: "Indicators",
    grain: "one row per indicator",
    columns: {
      title: { title: "Title", about: "Title of the indicator" },
      question: { title: "Question", about: "The question it answers, in plain words" },
      theme: { title: "Theme", about: "Id of its theme" },
      part_of: { title: "Part of", about: "Id of the indicator that holds what is counted here too, if there is one" },
      core: { title: "Core", about: "Whether it is one of the few that were chosen to speak for its theme" },
      actions: { title: "Actions", about: "Ids of the plan's actions that it is meant to follow, with spaces between" },
      better: { title: "Better", about: "Which way is better" },
      kind: { title: "Kind", about: "Kind of statistic: proportion, rate, mean and so on" },
      per: { title: "Per", about: "Figures are per this many" },
      unit: { title: "Unit", about: "Unit of the figures" },
      datasets: { title: "Datasets", about: "Ids of the datasets it is made from, with spaces between" },
    },
  },
  dimension: {
    title: "Breakdowns",
    grain: "one row per dimension that people or areas are grouped by",
    columns: {
      title: { title: "Title", about: "Title of the dimension" },
      about: { title: "About", about: "What the groups are and how they were made" },
      type: { title: "Type", about: "Decides which measures summarise its gap" },
      ranking: { title: "Ranking", about: "Whether areas are ranked within the place or nationally" },
      characteristic: { title: "Characteristic", about: "The characteristic of people that it speaks of" },
    },
  },
  dimension_group: {
    title: "Groups",
    grain: "one row per dimension and group; group_id 'overall' is everyone",
    columns: {
      members: { title: "Areas", about: "Names of the areas that make up the group, with semicolons between" },
    },
  },
  community: {
    title: "Communities",
    grain: "one row per community",
    columns: {
      community: { title: "Community", about: "Id of the community" },
      title: { title: "Title", about: "What the community is called" },
      about: { title: "About", about: "Who is meant" },
      characteristic: { title: "Characteristic", about: "The characteristic of people that it shares" },
      groups: { title: "Groups", about: "The groups that are these people, as dimension/group, with spaces between" },
      indicators: {
        title: "Indicators",
        about: "Ids of the indicators that count these people alone, with spaces between",
      },
    },
  },
  area_context: {
    title: "Who lives where",
    grain: "one row per area and part of its people",
    columns: {
      title: { title: "Breakdown", about: "What the people are counted by" },
      source: { title: "Source", about: "Id of the dataset" },
      label: { title: "Part", about: "Which of the people" },
      count: { title: "People", about: "How many people" },
      share: { title: "Share", about: "Share of the people of the area, 0 to 1" },
      share_of_all: { title: "Share of all", about: "The same share in all areas together, 0 to 1" },
    },
  },
  data_gap: {
    title: "Who is counted",
    grain: "one row per indicator and characteristic",
    columns: {
      characteristic: { title: "Characteristic", about: "Id of the protected characteristic, or deprivation" },
      state: { title: "State", about: "Whether the gap can be measured" },
      dimensions: { title: "Breakdowns", about: "Ids of the dimensions that measure it, with spaces between" },
      unrecorded_share: { title: "Not recorded", about: "Share of people whose group is not recorded, 0 to 1" },
      why: { title: "Why not", about: "Why it is not measured, where that is known" },
    },
  },
  missing_data: {
    title: "What is not measured yet",
    grain: "one row per theme and thing that is not measured",
    columns: {
      what: { title: "What is missing", about: "What is not measured yet" },
      state: { title: "What stands in the way", about: "Whether it is published, held by somebody or not collected" },
      needs: { title: "What would fill it", about: "The data that would fill the gap" },
    },
  },
  programme: {
    title: "What programmes return",
    grain: "one row per programme",
    columns: {
      title: { title: "Title", about: "What the programme is called" },
      indicators: {
        title: "Meant to move",
        about: "Ids of the indicators that it is meant to move, with spaces between",
      },
      made_up: { title: "Made up", about: "Whether it is an example whose figures are invented" },
      from_year: { title: "From", about: "First year of the programme" },
      to_year: { title: "To", about: "Last year of the programme" },
      currency: { title: "Currency", about: "The currency of every amount; blank where no figures are published" },
      base_year: { title: "Base year", about: "Year whose prices amounts are in, and to which they are discounted" },
      inputs: { title: "What goes in", about: "Present value, with every number at its most likely" },
      inputs_lower: { title: "What goes in, lower", about: "Lower end of the range of the draws" },
      inputs_upper: { title: "What goes in, upper", about: "Upper end of the range of the draws" },
      net: { title: "Net", about: "What comes about less what goes in" },
      net_lower: { title: "Net, lower", about: "Lower end of the range of the draws" },
      net_upper: { title: "Net, upper", about: "Upper end of the range of the draws" },
      ratio: { title: "Ratio", about: "What comes about for each unit of money that goes in" },
      ratio_lower: { title: "Ratio, lower", about: "Lower end of the range of the draws" },
      ratio_upper: { title: "Ratio, upper", about: "Upper end of the range of the draws" },
      weighted_ratio: { title: "Ratio, weighed", about: "The same with money to people weighed by their income" },
      weighted_ratio_lower: { title: "Ratio, weighed, lower", about: "Lower end of the range of the draws" },
      weighted_ratio_upper: { title: "Ratio, weighed, upper", about: "Upper end of the range of the draws" },
      below_one: { title: "Falls short", about: "Share of the draws in which less comes about than goes in, 0 to 1" },
      needed: { title: "What would be needed", about: "Where there are no figures; with bars between" },
    },
  },
  programme_value: {
    title: "Where the value of programmes goes",
    grain: "one row per programme, way of sharing its value out, and part",
    columns: {
      shared_by: { title: "Shared out by", about: "By what changed, whom it comes to, who has it, or group of people" },
      part: { title: "Part", about: "Id of the outcome, stakeholder, holder or group" },
      part_title: { title: "Name", about: "What the part is called" },
      weight: { title: "Weight", about: "What a unit of money to the group counts, by its income; groups alone" },
      weighted: { title: "Weighed", about: "The value weighed, with every number at its most likely; groups alone" },
    },
  },
  programme_number: {
    title: "The numbers behind what programmes return",
    grain: "one row per programme and number",
    columns: {
      belongs_to: { title: "Of what", about: "Id of the input or outcome; project: of all" },
      number: { title: "Number", about: "Which number of it" },
      number_part: { title: "Group or year", about: "Of which group or year it is; all: of none" },
      low: { title: "Low", about: "The least that it can be" },
      central: { title: "Most likely", about: "The most likely value" },
      high: { title: "High", about: "The most that it can be" },
      shape: { title: "Shape", about: "How likely values between the ends are" },
      unit: { title: "Unit", about: "What one unit is, of what is valued" },
      price_year: { title: "Price year", about: "Year of its prices, where it is money" },
      number_source: { title: "Source", about: "Where it comes from; blank: it is an assumption" },
      together: {
        title: "Drawn together",
        about: "Name that it shares with numbers that are drawn alike; blank: by itself",
      },
      ratio_at_low: { title: "Ratio at low", about: "The ratio with this number at its low end" },
      ratio_at_high: { title: "Ratio at high", about: "The ratio with this number at its high end" },
      weighted_ratio_at_low: { title: "Weighed ratio at low", about: "The same of the ratio weighed by income" },
      weighted_ratio_at_high: { title: "Weighed ratio at high", about: "The same at its high end" },
      break_even: {
        title: "Break-even",
        about: "Its value at which as much comes about as goes in; blank: none alone",
      },
    },
  },
  measure: {
    title: "Measures",
    grain: "one row per measure of the method",
    columns: {
      definition: { title: "Definition", about: "Definition id, which goes with every figure" },
      name: { title: "Name", about: "Name of the measure" },
      formula: { title: "Formula", about: "How it is computed" },
      reading: { title: "Reading", about: "What a value says, in one sentence" },
      at_equality: { title: "At equality", about: "Its value when all groups are the same" },
      source: { title: "Source", about: "Where the measure comes from" },
    },
  },
  source: {
    title: "Sources",
    grain: "one row per file of a dataset",
    columns: {
      dataset: { title: "Dataset", about: "Id of the dataset" },
      title: { title: "Title", about: "Title of the dataset" },
      publisher: { title: "Publisher", about: "Who publishes it" },
      licence: { title: "Licence", about: "Licence it comes under" },
      page: { title: "Page", about: "Address of the publisher's page" },
      period: { title: "Period", about: "Period the dataset is about" },
      received: { title: "Received", about: "Day the files were received" },
      changes: { title: "What was done", about: "What was done to the files before they were kept" },
      rows: { title: "Rows", about: "Rows read from all its files; blank where the disclosure policy covers it" },
      file: { title: "File", about: "Path of the file in the dataset's folder" },
      sha256: { title: "SHA-256", about: "Checksum of the file as it was received" },
      fetched_from: { title: "Fetched from", about: "Address that the file was fetched from; blank where it was not" },
      fetched_on: { title: "Fetched on", about: "Day on which it was fetched" },
      fetched_licence: { title: "Licence when fetched", about: "Licence it was declared to come under on that day" },
      fetched_version: { title: "Version fetched", about: "Edition or version, where the service names one" },
      last_changed: {
        title: "Last changed there",
        about: "Day on which the file was last changed, as its server says",
      },
    },
  },
  ...ofPlaces,
} satisfies Record<TableName, TableWords>;

/** What the data files say of themselves. */
export const dataFiles = {
  tables: dictionary,
  shared,
  all: "All tables",
  csvNote:
    "A text that a spreadsheet would take for a formula, because it begins with =, +, -, @, a tab or a line end, has an apostrophe before it. To read the text, take one apostrophe away where such a text follows. Numbers stand as they are.",
  aboutAll: (place: string): string => `Every figure of the report on inequality in ${place}.`,
  aboutArea: (area: string, all: string): string => `What the report says of ${area}, beside all ${all}.`,
};
