import type { FetchedFromOf } from "../define/fetched-from.ts";

/** One CSV of indicators by area: all_data/csv/by_indicator_id of https://fingertips.phe.org.uk/api. */
export function fingertipsAddress(service: string, declared: FetchedFromOf<"fingertips">): URL {
  const url = new URL(`${service}/all_data/csv/by_indicator_id`);
  url.searchParams.set("indicator_ids", declared.indicators.join(","));
  url.searchParams.set("child_area_type_id", String(declared.area_type));
  url.searchParams.set("parent_area_type_id", String(declared.parent_area_type));
  if (declared.parent_area !== undefined) url.searchParams.set("parent_area_code", declared.parent_area);
  if (declared.profile !== undefined) url.searchParams.set("profile_id", String(declared.profile));
  return url;
}
