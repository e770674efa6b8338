import { Random } from "./random.ts";

/** Numerator and denominator. */
export type Cell = readonly [number, number];
/** Counts by `indicator|dimension|years|group`: `overall` is everyone, `unrecorded` those without a group. */
export type Truth = Map<string, Cell>;
export const keyOf = (indicator: string, dimension: string, years: string, group: string): string =>
  `${indicator}|${dimension}|${years}|${group}`;

export const shapes = ["ordered", "unordered", "pair", "wards", "dsr", "wholes"] as const;
export type Shape = (typeof shapes)[number];

export interface Row {
  first: number;
  last: number;
  scope: "groups" | "all";
  ward: string;
  grp: string;
  age: string;
  x: number;
  n: number;
}

export interface Plan {
  id: string;
  shape: Shape;
  kind: "proportion" | "rate" | "dsr";
  /** Dimensions with the column of each. */
  dimensions: { id: string; column: "ward" | "grp" }[];
  isPublished: boolean;
  pools: boolean;
  /** In the second edition: what is new of it. */
  news: "nothing" | "year" | "revision" | "group";
  rows: Row[];
}

export interface GroupsDimension {
  id: string;
  type: "groups" | "pair";
  ordered: boolean;
  groups: string[];
}

/** One project in one edition, with the counts beneath it. */
export interface ProjectPlan {
  name: string;
  threshold: number;
  roundTo: number | null;
  coversAll: boolean;
  quantiles: number;
  wards: { code: string; name: string; score: number; population: number }[];
  dimensions: GroupsDimension[];
  ages: { age: string; population: number }[];
  indicators: Plan[];
  /** Indicators that are parts of one whole; declared in tempcheck.yaml where `declared`. */
  wholes: { whole: string; parts: string[]; declared: boolean }[];
  truth: Truth;
}

export interface Made {
  editions: ProjectPlan[];
  /** How many tables (an indicator by a dimension) the last edition has. */
  tables: number;
}

export const NOT_STATED = "Not stated";
const groupNames = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

/** One random project of about `tables` tables; `only` leaves out the other shapes. */
export function makePlan(seed: number, index: number, tables: number, only: readonly Shape[] = shapes): Made {
  const random = new Random(seed * 1009 + index);
  const isTwice = index % 3 === 1;
  const roundTo = index % 4 === 3 ? random.pick([3, 5, 10]) : null;
  const threshold = random.pick([3, 5, 5, 10]);
  const wardCount = random.int(5, 12);
  const wards = Array.from({ length: wardCount }, (_, i) => ({
    code: `W${String(i + 1).padStart(2, "0")}`,
    name: `Ward ${i + 1}`,
    score: Math.round(random.next() * 1000) / 10 + i / 100,
    population: random.int(400, 3000),
  }));
  const dimensions: GroupsDimension[] = [
    ...[3, 4, 5].map((k) => ({ id: `band${k}`, type: "groups" as const, ordered: true, groups: groupNames("B", k) })),
    ...[3, 4, 5, 6, 7].map((k) => ({
      id: `ethnic${k}`,
      type: "groups" as const,
      ordered: false,
      groups: groupNames("E", k),
    })),
    { id: "sex", type: "pair", ordered: false, groups: ["Women", "Men"] },
  ];
  const ages = groupNames("Age", random.int(3, 6)).map((age) => ({ age, population: random.int(5, 30) * 100 }));
  const plan: ProjectPlan = {
    name: `p${index}`,
    threshold,
    roundTo,
    coversAll: random.chance(0.7),
    quantiles: Math.min(random.int(3, 5), wardCount),
    wards,
    dimensions,
    ages,
    indicators: [],
    wholes: [],
    truth: new Map(),
  };
  let made = 0;
  const byShape = new Map(only.map((shape, i) => [shape, ((i + index) % only.length) / only.length]));
  while (made < tables) {
    const [shape] = [...byShape].reduce((least, one) => (one[1] < least[1] ? one : least));
    const added = addIndicators(plan, shape, random, isTwice).reduce((sum, one) => sum + one.dimensions.length, 0);
    byShape.set(shape, byShape.get(shape)! + added);
    made += added;
  }
  const editions = isTwice ? [earlier(plan, new Random(seed + index)), plan] : [plan];
  for (const edition of editions) edition.truth = truthOf(edition);
  return { editions, tables: made };
}

/** Leans to the small: zeros, counts of 1 to 4, few who are not counted, few people. */
function cell(random: Random, scarcity: number): Cell {
  const kind = random.next();
  const x =
    kind < 0.05 * scarcity
      ? 0
      : kind < 0.22 * scarcity
        ? random.int(1, 4)
        : kind < 0.4
          ? random.int(5, 12)
          : random.int(13, 90);
  const size = random.next();
  const others = size < 0.04 * scarcity ? random.int(0, 4) : size < 0.12 ? random.int(5, 30) : random.int(40, 1500);
  return [x, Math.max(1, x + others)];
}

function addIndicators(plan: ProjectPlan, shape: Shape, random: Random, isTwice: boolean): Plan[] {
  const number = plan.indicators.length + 1;
  const pools = shape !== "dsr" && random.chance(0.2);
  const years = pools ? [2021, 2022, 2023, 2024] : Array.from({ length: random.int(1, 3) }, (_, i) => 2024 - i);
  const news = isTwice ? random.pick(["nothing", "year", "revision", "group"] as const) : "nothing";
  const isPublished = random.chance(0.5);
  const hasUnrecorded = random.chance(0.3);
  const scarcity = random.pick([0.4, 1, 1.5]);
  const kind = shape === "dsr" ? "dsr" : random.chance(0.75) ? "proportion" : "rate";

  const dimensionOf = (): GroupsDimension => {
    const isOrdered = shape === "ordered" || ((shape === "dsr" || shape === "wholes") && random.chance(0.5));
    if (shape === "pair") return plan.dimensions.find(({ type }) => type === "pair")!;
    return random.pick(plan.dimensions.filter(({ type, ordered }) => type === "groups" && ordered === isOrdered));
  };
  const dimension = shape === "wards" ? plan.dimensions.find(({ type }) => type === "pair")! : dimensionOf();
  const groups = [...dimension.groups, ...(hasUnrecorded ? [NOT_STATED] : [])];
  const atoms = (): Row[] =>
    years.flatMap((year) =>
      (shape === "wards" ? plan.wards.map(({ code }) => code) : [""]).flatMap((ward) =>
        groups.flatMap((grp) =>
          (shape === "dsr" ? plan.ages.map(({ age }) => age) : [""]).map((age): Row => {
            const [x, others] =
              (shape === "dsr" || shape === "wards") && random.chance(scarcity / 2)
                ? [random.int(0, shape === "dsr" ? 5 : 3), random.int(4, 400)]
                : cell(random, scarcity);
            const n = shape === "dsr" ? random.int(100, 3000) : others;
            return { first: year, last: year, scope: "groups", ward, grp, age, x, n };
          }),
        ),
      ),
    );
  const shown = {
    wards: random.pick([
      ["fifths", "wards", "sex"],
      ["fifths", "wards"],
      ["fifths", "sex"],
      ["wards", "sex"],
    ]),
  };
  const tables: Plan["dimensions"] =
    shape === "wards"
      ? shown.wards.map((id) => ({ id, column: id === "sex" ? ("grp" as const) : ("ward" as const) }))
      : [{ id: dimension.id, column: "grp" }];
  const one = (id: string, rows: Row[]): Plan => ({
    id,
    shape,
    kind,
    dimensions: tables,
    isPublished,
    pools,
    news,
    rows: finished(rows, { pools, isPublished }),
  });
  const name = `i${String(number).padStart(2, "0")}-${shape}`;
  if (shape !== "wholes") {
    const made = one(name, atoms());
    plan.indicators.push(made);
    return [made];
  }
  const [men, women] = [atoms(), atoms()];
  const persons = men.map((row, i) => ({ ...row, x: row.x + women[i]!.x, n: row.n + women[i]!.n }));
  const made = [one(`${name}-persons`, persons), one(`${name}-men`, men), one(`${name}-women`, women)];
  plan.indicators.push(...made);
  plan.wholes.push({ whole: made[0]!.id, parts: [made[1]!.id, made[2]!.id], declared: random.chance(0.7) });
  return made;
}

/** With pools of three years, single years beside them or not, and the rows of everyone. */
function finished(rows: Row[], { pools, isPublished }: { pools: boolean; isPublished: boolean }): Row[] {
  const pooled = pools ? [2021, 2022].flatMap((first) => pool(rows, first, first + 2)) : [];
  const whole = [...rows, ...pooled];
  return isPublished ? [...whole, ...everyone(whole)] : whole;
}

function added(rows: readonly Row[], keyOfRow: (row: Row) => string, as: (row: Row) => Row): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const sum = sums.get(key) ?? { ...as(row), x: 0, n: 0 };
    sums.set(key, { ...sum, x: sum.x + row.x, n: sum.n + row.n });
  }
  return [...sums.values()];
}

const pool = (rows: readonly Row[], first: number, last: number): Row[] =>
  added(
    rows.filter((row) => row.first >= first && row.last <= last),
    ({ ward, grp, age }) => `${ward}|${grp}|${age}`,
    (row) => ({ ...row, first, last }),
  );

const everyone = (rows: readonly Row[]): Row[] =>
  added(
    rows,
    ({ first, last, age }) => `${first}|${last}|${age}`,
    (row) => ({ ...row, scope: "all", ward: "All", grp: "All" }),
  );

/** The edition before: a year, a group or a ward fewer, or one cell that was revised since. */
function earlier(plan: ProjectPlan, random: Random): ProjectPlan {
  const indicators = plan.indicators.map((indicator): Plan => {
    const { news, shape } = indicator;
    const atoms = indicator.rows.filter(({ scope, first, last }) => scope === "groups" && first === last);
    const dimension = plan.dimensions.find(({ id }) => id === indicator.dimensions.at(-1)!.id);
    const latest = Math.max(...atoms.map(({ last }) => last));
    const isWhole = shape === "wholes";
    const before = (): Row[] => {
      if (news === "year" && !indicator.pools && atoms.some(({ last }) => last < latest))
        return atoms.filter(({ last }) => last < latest);
      if (news === "group" && dimension?.ordered === false && dimension.groups.length > 3 && !isWhole)
        return atoms.filter(({ grp }) => grp !== dimension.groups.at(-1));
      if (news === "revision" && !isWhole) {
        const at = random.int(0, atoms.length - 1);
        return atoms.map((row, i) => (i === at ? { ...row, x: row.x + 1, n: row.n + 1 } : row));
      }
      return atoms;
    };
    return { ...indicator, rows: finished(before(), indicator) };
  });
  return { ...plan, indicators, truth: new Map() };
}

export const yearsOf = (first: number | string, last: number | string): string => `${first}-${last}`;

function truthOf({ indicators, dimensions }: ProjectPlan): Truth {
  const truth: Truth = new Map();
  const add = (key: string, row: Row): void => {
    const [x, n] = truth.get(key) ?? [0, 0];
    truth.set(key, [x + row.x, n + row.n]);
  };
  for (const { id, dimensions: tables, rows } of indicators)
    for (const row of rows) {
      const years = yearsOf(row.first, row.last);
      for (const table of tables) {
        const declared = dimensions.find((one) => one.id === table.id);
        // Quantiles are added up by their members, which the report names.
        const group =
          table.column === "ward" ? row.ward : row.grp === NOT_STATED ? "unrecorded" : row.grp.toLowerCase();
        if (row.scope === "all") add(keyOf(id, table.id, years, "overall"), row);
        else if (declared || table.id === "wards" || table.id === "fifths") add(keyOf(id, table.id, years, group), row);
      }
    }
  return truth;
}
