import type { Results } from "./results.ts";

/** Names that Windows keeps for devices. */
export const isDevice = (name: string): boolean => /^(con|prn|aux|nul|com\d|lpt\d)$/.test(name);

/** Letters that are no plain letter with a mark. */
const plainly: Record<string, string> = { æ: "ae", đ: "d", ł: "l", ø: "o", œ: "oe", ß: "ss", þ: "th" };

/** A name as it stands in an address: plain letters and digits joined by hyphens. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{Mark}'’]/gu, "")
    .replace(/[æđłøœßþ]/g, (letter) => plainly[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Folders that every report has, beside that of its areas. */
export const ownFolders = [
  "charts",
  "communities",
  "embed",
  "fonts",
  "indicators",
  "script",
  "share",
  "themes",
] as const;
const kept: ReadonlySet<string> = new Set(ownFolders);

/** Folder of the pages of areas, and of their data: what the place calls them, where an address can say it. */
export function areaFolder({ place }: Pick<Results, "place">): string {
  const own = slugOf(place.areas).slice(0, 40).replace(/-$/, "");
  return own === "" || kept.has(own) || isDevice(own) ? "areas" : own;
}
