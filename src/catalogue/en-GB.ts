import { answers } from "./en-GB/answers.ts";
import { beside } from "./en-GB/beside-figures.ts";
import { charts, explore, icons, map, summary, who } from "./en-GB/charts.ts";
import { paper } from "./en-GB/committee-paper.ts";
import { comparing } from "./en-GB/comparing.ts";
import { conformance } from "./en-GB/conforming.ts";
import { dataFiles } from "./en-GB/dictionary.ts";
import { changes } from "./en-GB/editions.ts";
import { fetching } from "./en-GB/fetching.ts";
import { downloads, forms, workbook } from "./en-GB/files.ts";
import { accessibility, chartActions, easyRead, foot } from "./en-GB/frame.ts";
import { returns } from "./en-GB/giving-back.ts";
import { glossary } from "./en-GB/glossary.ts";
import { heard } from "./en-GB/heard.ts";
import { dumbbell } from "./en-GB/house-chart.ts";
import { indicatorAnswers } from "./en-GB/indicator-answers.ts";
import { markers, methodPage, notes, temperatures } from "./en-GB/method.ts";
import { change, shortChange, trend, verdict } from "./en-GB/movements.ts";
import { areas } from "./en-GB/one-area.ts";
import { people } from "./en-GB/people.ts";
import { places } from "./en-GB/places.ts";
import { previewing } from "./en-GB/previewing.ts";
import { readingNotes } from "./en-GB/reading-notes.ts";
import { method } from "./en-GB/reasons.ts";
import { sensitivity } from "./en-GB/sensitivity.ts";
import { certainty, groups, headline, levels, pace, state } from "./en-GB/sentences.ts";
import { comparison } from "./en-GB/several-places.ts";
import { commentary, gaps, indicatorPage, page, sourcesPage, themePage } from "./en-GB/site.ts";
import { terminal } from "./en-GB/terminal.ts";
import { contributions, otherMeasures, working } from "./en-GB/workings.ts";
import { writing } from "./en-GB/writing.ts";
import { yearly } from "./en-GB/yearly.ts";

/** Everything the report says, in the English of the United Kingdom. Typed parts come in, numbers already as text; only grammar is decided here. */

export const enGB = {
  writing,
  answers,
  beside,
  method,
  readingNotes,
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
  comparison,
  comparing,
  yearly,
  fetching,
  charts,
  dumbbell,
  summary,
  gaps,
  explore,
  heard,
  people,
  areas,
  page,
  foot,
  chartActions,
  accessibility,
  easyRead,
  glossary,
  previewing,
  themePage,
  indicatorPage,
  indicatorAnswers,
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
  paper,
  terminal,
  conformance,
  returns,
};
