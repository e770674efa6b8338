import type { Change, NotComputable, Note, Pace, Trend, Verdict } from "../model.ts";

/** What is judged of one indicator and dimension, by either edition of the method. */
export interface Judged {
  change: Change | NotComputable;
  trends: { absolute: Trend | NotComputable; relative: Trend | NotComputable };
  paces: Pace[];
  verdict: Verdict;
  notes: Note[];
}
