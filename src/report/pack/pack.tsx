import { sayIn } from "../../catalogue/say.ts";
import { chartsOf } from "../../charts/all-charts.ts";
import type { DrawnChart } from "../../charts/chart.ts";
import { draw } from "../../charts/draw/draw.ts";
import { inThisThread } from "../../charts/draw/drawers.ts";
import { areaProfiles } from "../../narrate/profiles.ts";
import { tilesOf } from "../../narrate/tiles.ts";
import type { Publishable } from "../../results/results.ts";
import type { Assets } from "../assets.ts";
import { showing } from "../gallery.ts";
import type { Build, Place } from "../page.ts";
import { style } from "../styles/style.ts";
import { areaSheets } from "./area-sheets.tsx";
import { paperSheets } from "./paper-sheets.tsx";
import { type Sheets, sheetsPage } from "./sheets.tsx";

/** A PDF of the pack before it is printed: so many sheets, and its page with letters of so many points. */
export interface PackForm {
  form: "committee-paper" | "areas";
  sheets: number;
  html: (size: number) => string;
}

/** The committee paper, and a sheet for each area where the report has pages of areas. */
export async function packOf(results: Publishable, build: Build, { carried }: Assets): Promise<PackForm[]> {
  const place: Place = { results, build, root: "" };
  const files = [
    { path: "report/style.css", content: style },
    ...carried.map((file) => ({ ...file, path: `report/${file.path}` })),
  ];
  const wanted = tilesOf(results).flatMap(({ b }) =>
    b === null ? [] : chartsOf(b).filter(({ kind }) => kind === "dumbbell"),
  );
  const charts = await draw(wanted, inThisThread());
  const formOf = (form: PackForm["form"], made: Sheets, drawn: readonly DrawnChart[]): PackForm => ({
    form,
    sheets: made.sheets.length,
    html: (size) => showing(drawn, (gallery) => sheetsPage(made, { place, gallery, files }, size)),
  });
  const areas = areaProfiles(results);
  const say = sayIn(results);
  return [
    formOf(
      "committee-paper",
      paperSheets(
        place,
        charts.map(({ id }) => id),
      ),
      charts,
    ),
    ...(areas.length === 0 ? [] : [formOf("areas", areaSheets(place, areas, say), [])]),
  ];
}
