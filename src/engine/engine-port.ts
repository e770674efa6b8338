/** How far a query has come. */
export interface Progress {
  /** Rows read so far. */
  rows: number;
  /** From 0 to 100; null while the engine cannot say. */
  percent: number | null;
}

/** A value as an engine hands it over. Whole numbers of more than 53 bits are asked for as text. */
export type Value = string | number | boolean | null;
export type EngineRow = Readonly<Record<string, Value>>;

/** What an engine is asked for, and what happens while it answers. */
export interface Asked {
  /** Gets the rows as they come. What it throws ends the query. */
  rows(rows: readonly EngineRow[]): Promise<void> | void;
  progress?: ((progress: Progress) => void) | undefined;
}

/** Something that holds tables and answers queries, of which it does the work. */
export interface Engine {
  ask(sql: string, asked: Asked): Promise<void>;
}

/** An engine did not answer as it should have. */
export class EngineFailure extends Error {
  override readonly name = "EngineFailure";
  /** What to do about it. */
  readonly fix: string;

  constructor(found: string, fix: string) {
    super(found);
    this.fix = fix;
  }
}
