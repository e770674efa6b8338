import type { Commentary } from "../disclose/publishable.ts";
import { day } from "./format.ts";

/** Words around what people wrote about an indicator. */

export const commentaryTitle = "Commentary";
export const commentaryAbout =
  "Somebody wrote this about the figures. It is the view of its author, and no part of it was worked out from the data.";
export const signature = ({ author, role }: Commentary): string => (role === null ? author : `${author}, ${role}`);
export const writtenOn = ({ date }: Commentary): string => day(date);
