/** Files that the report is drawn with or carries along. Whoever starts a build reads them. */
export interface Assets {
  /** Carried along as they are, by their paths in the report's folder. */
  carried: { path: string; content: string | Uint8Array }[];
  /** Where the typeface lies, for pictures made of pixels. */
  fontFiles: string[];
  /** The script that lets readers explore charts. */
  exploreScript: string;
}
