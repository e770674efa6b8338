/** Figures outside the grid's range that no interval within the method brings inside: why. They still count as outside. */
export interface Argued {
  scenario: string;
  measures: string[];
  reason: string;
}

export const argued: readonly Argued[] = [
  {
    scenario: "nine ethnic groups of very unequal size",
    measures: ["d", "r", "d_reference", "r_reference"],
    reason:
      "The best- and the worst-off group are chosen by their figures in each draw, and the true ones are not always " +
      "chosen. The method's normal and log intervals do not know of the choice. With the true two held, the same " +
      "formulas come back to the range for the differences and ratios, so the choice is what shows. It can make " +
      "intervals too cautious or not cautious enough: the grid says neither which way the indicator runs nor which " +
      "groups are reliable, and the other rows answer both differently (bold: outside the range).",
  },
];
