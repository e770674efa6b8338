import { charts, explore, icons, map, quadrant, summary, who } from "./en-GB/charts.ts";
import { dataFiles } from "./en-GB/dictionary.ts";
import { changes } from "./en-GB/editions.ts";
import { downloads, forms, workbook } from "./en-GB/files.ts";
import { markers, methodPage, notes, temperatures } from "./en-GB/method.ts";
import { change, shortChange, trend, verdict } from "./en-GB/movements.ts";
import { people } from "./en-GB/people.ts";
import { places } from "./en-GB/places.ts";
import { method } from "./en-GB/reasons.ts";
import { sensitivity } from "./en-GB/sensitivity.ts";
import { certainty, groups, headline, levels, pace, state } from "./en-GB/sentences.ts";
import { commentary, findings, gaps, glance, indicatorPage, page, sourcesPage, themePage } from "./en-GB/site.ts";
import { terminal } from "./en-GB/terminal.ts";
import { contributions, otherMeasures, working } from "./en-GB/workings.ts";
import { writing } from "./en-GB/writing.ts";

/** Everything the report says, in the English of the United Kingdom. Typed parts come in, numbers already as text; only grammar is decided here. */

export const enGB = {
  writing,
  method,
  groups,
  headline,
  state,
  levels,
  change,
  verdict,
  shortChange,
  trend,
  pace,
  certainty,
  sensitivity,
  places,
  charts,
  summary,
  gaps,
  explore,
  people,
  page,
  glance,
  quadrant,
  findings,
  themePage,
  indicatorPage,
  icons,
  map,
  who,
  contributions,
  working,
  otherMeasures,
  sourcesPage,
  changes,
  commentary,
  downloads,
  dataFiles,
  workbook,
  notes,
  markers,
  temperatures,
  methodPage,
  forms,
  terminal,
};
