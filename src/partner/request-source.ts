/** A request as it came in, before anything is known of it. */
export interface Source {
  /** As faults name it. */
  file: string;
  text: string;
  form: "json" | "csv";
}
