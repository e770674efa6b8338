import { agesOf, type CountedSex, type Population } from "../define/population.ts";

/** A column that says who it counts, with how many of them there are. */
export interface Counted {
  dataset: string;
  column: string;
  population: Population;
  sizes: readonly Size[];
}

/** So many people of one area, year and sex, in the row that has the most of them. */
export interface Size {
  /** Empty where the column names no area. */
  area: string;
  year: number;
  /** The part of the people that the row counts, by the columns that say so; empty where it counts them all. */
  part: string;
  sex: CountedSex;
  people: number;
  file: number;
  row: number;
}

/** A part that is larger than its whole. */
export interface Excess {
  part: { counted: Counted; size: Size };
  whole: { counted: Counted; size: Size };
}

/** More by this share is an error of two counts, as of adults and of everybody; docs/method.md section 2. */
const TOLERATED = 0.02;

/** Whether rows of one column can be parts of what rows of another count. */
export function mayHold(part: Counted, whole: Counted): boolean {
  const [one, all] = [part.population, whole.population];
  if (part === whole) return typeof one.sex !== "string";
  if (one.area === undefined || all.area === undefined || all.by.length > 0) return false;
  if (one.who === "households" && all.who === "residents") return all.ages === "all";
  const [mine, theirs] = [agesOf(one.ages), agesOf(all.ages)];
  return one.who === all.who && mine.first >= theirs.first && mine.last <= theirs.last;
}

/**
 * Parts that are larger than their wholes: of one area, and of the year of the whole or the nearest one beside it. Adults
 * may exceed everybody by 2 %, and so may any part of a count of another year or of another source; else nothing may.
 */
export function overWhole(parts: readonly Counted[], wholes: readonly Counted[]): Excess[] {
  return parts.flatMap((part) =>
    wholes.flatMap((whole) => {
      if (!mayHold(part, whole)) return [];
      const places = byPlace(whole.sizes);
      return part.sizes.flatMap((size): Excess[] => {
        const place = part === whole ? `${size.area}\n${size.part}` : `${size.area}\n`;
        const found = nearest(
          size.year,
          (places.get(place) ?? []).filter((other) =>
            isWholeOf({ counted: part, size }, { counted: whole, size: other }),
          ),
        );
        if (found === undefined) return [];
        const tolerated = part === whole && found.year === size.year ? 0 : TOLERATED;
        return size.people > found.people * (1 + tolerated)
          ? [{ part: { counted: part, size }, whole: { counted: whole, size: found } }]
          : [];
      });
    }),
  );
}

/** Whether a row counts less than another by what the two say: fewer ages, one sex, a group, homes in place of people. */
function isWholeOf(part: Excess["part"], whole: Excess["whole"]): boolean {
  if (whole.size.sex !== "all" && whole.size.sex !== part.size.sex) return false;
  const [one, all] = [part.counted.population, whole.counted.population];
  return (
    one.who !== all.who ||
    one.ages !== all.ages ||
    part.size.sex !== whole.size.sex ||
    (part.counted !== whole.counted && one.by.length > 0)
  );
}

function byPlace(sizes: readonly Size[]): Map<string, Size[]> {
  const places = new Map<string, Size[]>();
  for (const size of sizes) {
    const place = `${size.area}\n${size.part}`;
    const there = places.get(place) ?? [];
    if (there.length === 0) places.set(place, there);
    there.push(size);
  }
  return places;
}

/** The count of the same year, else the larger of the years beside it. */
function nearest(year: number, sizes: readonly Size[]): Size | undefined {
  const near = sizes.filter((size) => Math.abs(size.year - year) <= 1);
  const [same] = near.filter((size) => size.year === year);
  return same ?? near.sort((a, b) => b.people - a.people)[0];
}

/** A period of an indicator, with the years that its denominators are of. */
export interface Dated {
  label: string;
  start: string;
  end: string;
  year: number;
}

/** Periods whose denominators are of a year that is no part of them. */
export const ofAnotherYear = (periods: readonly Dated[]): Dated[] =>
  periods.filter(({ start, end, year }) => year < Number(start.slice(0, 4)) || year > Number(end.slice(0, 4)));
