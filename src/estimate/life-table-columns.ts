/** One age band of a life table: the age it starts at, deaths and person-years. The last band is open. */
export interface LifeTableBand {
  startAge: number;
  deaths: number;
  population: number;
}

/** What a life table has of one band, of 1 alive at the start of the first. */
export interface LifeTableRow {
  /** Deaths a person-year. */
  rate: number;
  /** Years; infinite in the last band. */
  width: number;
  /** Part of the band that those who die in it live. */
  lived: number;
  /** Part of those alive at its start that die in it. */
  dying: number;
  /** Alive at its start. */
  alive: number;
  /** Years lived in it. */
  years: number;
}

/** Part of the band that those who die in it live: 0.1 in the first year of life, half elsewhere. */
const livedByTheDying = (width: number): number => (width === 1 ? 0.1 : 0.5);

/** The columns of Chiang's abridged life table: docs/method.md section 2. */
export function lifeTableColumns(bands: readonly LifeTableBand[]): LifeTableRow[] {
  const last = bands.length - 1;
  let alive = 1;
  return bands.map(({ startAge, deaths, population }, i) => {
    const rate = deaths / population;
    const width = i === last ? Number.POSITIVE_INFINITY : bands[i + 1]!.startAge - startAge;
    const lived = livedByTheDying(width);
    // Above one death in width x lived years of life the formula passes 1: nobody is left at the end of the band.
    const dying = i === last ? 1 : Math.min(1, (width * rate) / (1 + width * (1 - lived) * rate));
    const start = alive;
    const end = start * (1 - dying);
    alive = end;
    const years = i === last ? start / rate : width * (end + lived * (start - end));
    return { rate, width, lived, dying, alive: start, years };
  });
}
