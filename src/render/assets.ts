/** Files of other projects that the report is drawn with or carries along. Whoever starts a build reads them. */
export interface Assets {
  /** Carried along as they are: their paths in the report's folder. */
  carried: { path: string; content: string | Uint8Array }[];
}
