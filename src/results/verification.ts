/** What differs between a report and what it should be. */
export interface Difference {
  /** What is compared: the report with its own manifest, or with what the project gives today. */
  with: "manifest" | "project";
  kind: "changed" | "missing" | "added";
  what: "output" | "table" | "build" | "input" | "version" | "definition";
  name: string;
}

/** A report held against its manifest and, with the project at hand, against the same report built again. */
export interface Verification {
  build: string;
  /** Files and tables whose hashes were taken. */
  files: number;
  tables: number;
  differences: Difference[];
  /** Build that the project gives; null where none was named. */
  rebuilt: string | null;
}
