/** Definitions that were read before, checked as they are, by file and text. Whoever loads a project knows where they are kept. */
export interface KnownDefinitions {
  /** Undefined where it is not known. */
  find(file: string, text: string): unknown;
  keep(file: string, text: string, value: unknown): void;
}
