import type { Change, Pace, Trend, Verdict } from "../model.ts";
import type { NotComputable, Note } from "../reasons-and-notes.ts";

/** What is judged of one indicator and dimension, by either edition of the method. */
export interface Judged {
  change: Change | NotComputable;
  trends: {
    absolute: Trend | NotComputable;
    relative: Trend | NotComputable;
    /** That of the level, where the level is judged by it. */
    overall: Trend | NotComputable;
  };
  paces: Pace[];
  verdict: Verdict;
  notes: Note[];
}
