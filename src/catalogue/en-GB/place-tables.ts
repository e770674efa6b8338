/** What the columns of the tables hold that compare the places of a project. */

const place = { title: "Place id", about: "Id of the place" };
const test = {
  p: { title: "p", about: "p value by itself; blank where it is not tested" },
  adjusted_p: {
    title: "Adjusted p",
    about: "The same over all tests of its kind in this breakdown (Benjamini-Hochberg): what decides",
  },
};

export const placeTables = {
  place: {
    title: "Places",
    grain: "one row per place; in the order of the project, which is no rank",
    columns: {
      place,
      name: { title: "Place", about: "What the place is called" },
      code: { title: "Code", about: "Official code of the place" },
      report: { title: "Report", about: "Title of the report of the place" },
      build: { title: "Build", about: "Id of the build of that report, whose published figures these are" },
    },
  },
  place_gap: {
    title: "Gaps of places",
    grain: "one row per indicator, dimension, place and type of gap; of the newest period that all places have",
    columns: {
      place,
      standard_error: {
        title: "Standard error",
        about: "Of the gap, or of the log of a ratio; blank where the gap is not tested",
      },
      beside: {
        title: "Beside the others",
        about: "The gap less the plain average of the gaps of the other places; of ratios, divided by it",
      },
      beside_lower: { title: "Beside the others, lower limit", about: "Lower limit of that" },
      beside_upper: { title: "Beside the others, upper limit", about: "Upper limit of that" },
      ...test,
      standing: {
        title: "Standing",
        about: "above, below, may-be-chance, no-clear-difference or not-tested: beside the average of the other places",
      },
    },
  },
  place_difference: {
    title: "Differences between places",
    grain: "one row per indicator, dimension, type of gap and two places",
    columns: {
      place,
      other: { title: "Other place id", about: "Id of the other place" },
      difference: {
        title: "Difference",
        about: "The gap of the place less that of the other; of ratios, divided by it",
      },
      difference_lower: { title: "Difference, lower limit", about: "Lower limit of the difference" },
      difference_upper: { title: "Difference, upper limit", about: "Upper limit of the difference" },
      ...test,
      possible: {
        title: "May be chance",
        about: "Apart by the p value alone, and not by the adjusted p: may be chance",
      },
      clear: {
        title: "Told apart",
        about: "Whether the two gaps differ by more than chance, by the adjusted p; blank where it is not tested",
      },
    },
  },
  place_figure: {
    title: "Figures of places",
    grain: "one row per indicator, dimension, place and group; of the newest period that all places have",
    columns: { place },
  },
  place_series: {
    title: "Gaps over time",
    grain: "one row per indicator, dimension, place and period; of the absolute gap",
    columns: { place },
  },
};
