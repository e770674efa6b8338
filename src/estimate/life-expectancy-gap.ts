import { sumOf } from "../stats/sum.ts";
import { type LifeTableBand, lifeTableColumns } from "./life-table-columns.ts";

/** Deaths of one cause by band of age, in the population gone from and in the one gone to. */
export interface CauseDeaths {
  cause: string;
  from: readonly number[];
  to: readonly number[];
}

/** Life expectancy of two populations and what each age, and each cause, adds to the gap. */
export interface LifeExpectancyGap {
  from: number;
  to: number;
  /** to less from: what the ages add up to. */
  gap: number;
  ages: { startAge: number; years: number }[];
  /** Years by cause, and in each band of age; the last, of cause null, is what no cause was given for. */
  causes: { cause: string | null; years: number; ages: number[] }[];
}

/**
 * Arriaga's decomposition of a gap in life expectancy: how many of its years come of deaths at each age and, where deaths
 * by cause are given, of each cause. The parts add up to the gap exactly. They say where the difference arises, not what
 * would happen if a cause went. From the one with fewer years to the other is usual; the other way the parts are others.
 *
 * Formula: of a band l (q - q') ((1 - a) w + e'), l and q of the population gone from, q' and e', the years ahead at its end,
 * of the one gone to; of the open band l (1 / m' - 1 / m). That is the sum of Arriaga's direct, indirect and interaction
 * parts. A cause has of it (m_c - m'_c) / (m - m'), m its death rates.
 * Shapes and units: bands of one set of ages in both, as `lifeTable` takes them; deaths of causes no more than all; years.
 * Errors: none; `lifeTable` says where there is no life expectancy.
 * Source: Arriaga EE (1984), doi:10.2307/2061029; by cause Arriaga EE (1989), in Ruzicka and others (eds), Differential
 * Mortality
 *
 * @example
 * // From 40 years (see `lifeExpectancy`) to (1 - q') 20 + 50 (1 - q' / 2), q' = 0.4: 52 years, all of it before 50.
 * const band = (startAge: number, deaths: number, population: number) => ({ startAge, deaths, population });
 * const from = [band(0, 200, 10_000), band(50, 500, 10_000)];
 * const to = [band(0, 100, 10_000), band(50, 500, 10_000)];
 * lifeExpectancyGap(from, to, [{ cause: "heart", from: [80, 300], to: [60, 200] }]);
 * // => { from: 40, to: 52, gap: 12, ages: [{ startAge: 0, years: 12 }, { startAge: 50, years: 0 }],
 * //     causes: [{ cause: "heart", years: 3.7333, ages: [2.4, 1.3333] },
 * //         { cause: null, years: 8.2667, ages: [9.6, -1.3333] }] }
 */
export function lifeExpectancyGap(
  from: readonly LifeTableBand[],
  to: readonly LifeTableBand[],
  causes: readonly CauseDeaths[] = [],
): LifeExpectancyGap {
  const [here, there] = [lifeTableColumns(from), lifeTableColumns(to)];
  const last = from.length - 1;
  const ahead = new Array<number>(from.length + 1).fill(0);
  for (let i = last; i >= 0; i--) {
    const { rate, width, lived, dying } = there[i]!;
    // Of somebody at the start of the band, whether or not anybody of the table gets there.
    ahead[i] = i === last ? 1 / rate : width * (1 - dying + lived * dying) + (1 - dying) * ahead[i + 1]!;
  }
  /** Years that one death less in a person-year is worth in a band: finite where both rates are the same, too. */
  const worth = here.map(({ alive, rate, width, lived, dying }, i) => {
    const other = there[i]!;
    if (i === last) return alive / (rate * other.rate);
    const apart = rate - other.rate;
    const slope =
      dying === 1 || other.dying === 1
        ? apart === 0
          ? 0
          : (dying - other.dying) / apart
        : width / ((1 + width * (1 - lived) * rate) * (1 + width * (1 - lived) * other.rate));
    return alive * slope * ((1 - lived) * width + ahead[i + 1]!);
  });
  const yearsOf = (a: readonly number[], b: readonly number[]): number[] =>
    worth.map((years, i) => years * (a[i]! / from[i]!.population - b[i]! / to[i]!.population));
  const part = (cause: string | null, a: readonly number[], b: readonly number[]) => {
    const ages = yearsOf(a, b);
    return { cause, years: sumOf(ages, (one) => one), ages };
  };
  const deathsOf = (bands: readonly LifeTableBand[]): number[] => bands.map(({ deaths }) => deaths);
  const rest = (bands: readonly LifeTableBand[], side: "from" | "to"): number[] =>
    deathsOf(bands).map((deaths, i) => deaths - sumOf(causes, (one) => one[side][i]!));
  const [fromYears, toYears] = [sumOf(here, ({ years }) => years), sumOf(there, ({ years }) => years)];
  return {
    from: fromYears,
    to: toYears,
    gap: toYears - fromYears,
    ages: yearsOf(deathsOf(from), deathsOf(to)).map((years, i) => ({ startAge: from[i]!.startAge, years })),
    causes:
      causes.length === 0
        ? []
        : [...causes.map((one) => part(one.cause, one.from, one.to)), part(null, rest(from, "from"), rest(to, "to"))],
  };
}
