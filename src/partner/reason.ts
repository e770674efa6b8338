import { missingTold } from "../catalogue/told.ts";
import type { NotComputable } from "../reasons-and-notes.ts";

/** Why there is no figure, as an answer has it. */
export function reasonOf(missing: NotComputable): { reason: string; text: string } {
  const { reason, text } = missingTold(missing);
  return { reason, text };
}
