/** The first page and the pages of themes: the answer, tiles, topics. */
export const answerStyle = `
h1.question { font-size: clamp(1.15rem, 1rem + .8vw, 1.5rem); margin: 1.25rem 0 .35rem; }
.answer { font-size: clamp(1.75rem, 1rem + 3.2vw, 2.9rem); line-height: 1.12; font-weight: 700; max-width: none; text-wrap: pretty; margin: 0 0 1.5rem; letter-spacing: -.01em; }

.tallied .counted { margin: 0 0 .75rem; max-width: none; }
.tallied dl { margin: 0; }
.tallied dl > div { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: .25rem 1.5rem; align-items: baseline; border-top: 1px solid var(--line); padding: .3rem 0 .6rem; }
.tallied dt { display: flex; align-items: baseline; gap: .5rem; }
.tallied dt .sign { flex: none; width: 1.1rem; height: 1.1rem; }
.tallied .number { font-size: 2.5rem; line-height: 1; font-weight: 700; font-variant-numeric: tabular-nums; }
.tallied .label { color: var(--ink); }
.tallied dd { margin: 0; max-width: 50rem; }
.tallied dd p { margin: 0; max-width: none; line-height: 1.4; }
.tallied dd p + p { margin-top: .2rem; }

.worst { font-weight: 700; max-width: none; margin: 0 0 .75rem; }
.ways-on { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; margin: 0 0 1rem; }

.tiles { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: 1rem; }
.tiles > li { display: grid; grid-row: span 7; grid-template-rows: subgrid; gap: 0; align-content: start; justify-items: start; border: 1px solid var(--line); border-top: 4px solid var(--rule); border-radius: 4px; padding: 1rem 1.25rem; min-width: 0; max-width: none; }
.tiles h3 { margin: 0 0 .35rem; font-size: 1.2rem; }
.tiles p { margin: 0 0 .5rem; }
.tiles .big { margin: .5rem 0 .75rem; line-height: 1.25; }
.tiles .big .number { display: block; font-size: 3.25rem; line-height: 1; font-weight: 700; font-variant-numeric: tabular-nums; }
.tiles .big .of { color: var(--soft); }
.tiles h3 { grid-row: 1; }
.tiles .badge { grid-row: 2; }
.tiles .big { grid-row: 3; }
.tiles .found { grid-row: 4; }
.tiles .then-now { grid-row: 5; margin-top: .25rem; }
.tiles .caveat { grid-row: 6; margin-top: .5rem; color: var(--soft); }
.tiles .doing { grid-row: 7; margin-top: .5rem; }
.tiles .doing p { margin: 0 0 .15rem; }
.tiles li ul { margin: 0; padding-left: 1.1rem; }

.topics { list-style: none; padding: 0; margin: 0 0 1.5rem; }
.topic { border-top: 1px solid var(--line); padding: 1rem 0 1.1rem; max-width: none; }
.topic[hidden], .more-topics[hidden] { display: none; }
.topic .named { display: flex; flex-direction: column; align-items: flex-start; gap: .3rem; }
.topic .named > * { margin: 0; }
.topic h3 { font-size: 1.1rem; }
.topic .badge { order: -1; font-size: 1rem; }
.topic .named .question { font-size: .9375rem; line-height: 1.4; }
.topic .also { margin: .75rem 0 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: .3rem 1.75rem; font-size: .9375rem; }
.topic .also li { max-width: none; line-height: 1.4; }
.topic .small { color: var(--soft); line-height: 1.4; }
.topic dl { margin: .75rem 0 0; display: grid; gap: .9rem 1.5rem; }
.topic dl > div { min-width: 0; }
.topic dt { font-size: .875rem; font-weight: 700; color: var(--soft); }
.topic dd { margin: 0 0 .25rem; line-height: 1.4; }
@media (min-width: 40rem) {
  .topic dl { grid-template-columns: 1fr 1fr; }
}
@media (min-width: 62rem) {
  .topic { display: grid; grid-template-columns: 13.5rem minmax(0, 1fr); gap: 0 1.75rem; }
  .topic dl { margin: 0; grid-template-columns: 1.15fr 16.25rem 1.05fr .8fr; }
  .topic > .also { grid-column: 2; }
  .topic .badge { order: 0; }
  .topic dd { font-size: .9375rem; }
}
.then-now { margin: 0 0 .35rem; max-width: 16.25rem; width: 100%; }
.then-now > svg { display: block; width: 100%; height: auto; color: var(--rule); overflow: visible; }
.then-now text { font-size: 13px; fill: var(--ink); font-variant-numeric: tabular-nums; }
.then-now .when { fill: var(--soft); font-size: 12px; }
.then-now .now text { font-weight: 700; }
.then-now .now .when { font-weight: 400; }
.then-now path { stroke: currentColor; stroke-width: 2; fill: none; }
.then-now .then path { stroke-dasharray: 4 3; }
.then-now circle, .then-now rect { stroke: currentColor; stroke-width: 2; }
.then-now .then circle, .then-now .then rect { fill: var(--paper); }
.then-now .now circle, .then-now .now rect { fill: currentColor; }
.then-now figcaption { display: flex; flex-wrap: wrap; gap: 0 1rem; color: var(--soft); font-size: .8125rem; }
.key-of { display: inline-flex; gap: .35rem; align-items: baseline; }
.key-of svg { flex: none; width: .7rem; height: .7rem; color: var(--rule); }
.key-of circle, .key-of rect { fill: currentColor; }

.controls { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; background: var(--tint); padding: .75rem 1rem; border: 0; border-radius: 4px; margin: 0 0 1rem; min-width: 0; }
.controls > div { flex: 1 1 12rem; min-width: 0; max-width: 22rem; }
.controls label { display: block; font-weight: 600; font-size: .9375rem; margin-bottom: .15rem; }
.controls select { width: 100%; }
.controls select, .controls button { font: inherit; font-weight: 400; min-height: 2.75rem; max-width: 100%; padding: .25rem .6rem; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; }
.controls button { cursor: pointer; }
.controls [role="status"], .controls .empty { margin: 0; flex-basis: 100%; max-width: none; }
.controls .empty { background: var(--paper); font-weight: 700; }
.more-topics > summary { font-size: 1.1rem; padding: .6rem 0; border-top: 1px solid var(--line); }
.short.themes { grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); }
.about { color: var(--soft); margin-top: 2rem; }

@media (min-width: 40rem) and (max-width: 62rem) {
  .tiles { grid-template-columns: 1fr 1fr; }
  .tiles > li:first-child:nth-last-child(odd) { grid-column: 1 / -1; }
}
@media (max-width: 40rem) {
  h1.question { margin: .6rem 0 .25rem; }
  .answer { margin-bottom: .5rem; font-size: 1.6rem; }
  .ways-on { margin-bottom: .35rem; }
  .tallied .counted { font-size: .9375rem; line-height: 1.4; margin-bottom: .5rem; }
  .tallied .number { font-size: 2rem; }
  .tallied dd { font-size: .9375rem; }
  .worst { font-size: 1rem; line-height: 1.35; margin-bottom: .4rem; }
  .tallied dl > div { grid-template-columns: minmax(0, 1fr); gap: .1rem; padding: .2rem 0 .4rem; }
}
@media (forced-colors: active) {
  .then-now > svg, .key-of svg { color: CanvasText; }
  .then-now text, .then-now .when { fill: CanvasText; }
  .then-now .then circle, .then-now .then rect { fill: Canvas; }
}
@media print {
  .controls { display: none; }
  .answer { font-size: 1.5rem; }
  .tallied dl > div { grid-template-columns: 4.5cm 1fr; padding: 4pt 0; }
  .tallied .number { font-size: 1.6rem; }
  .tiles { grid-template-columns: 1fr 1fr 1fr; gap: 6pt; }
  .tiles > li, .topic { break-inside: avoid; }
  .tiles > li { padding: 6pt 8pt; }
  .tiles .big .number { font-size: 2rem; }
  .topic { display: block; padding: 5pt 0; }
  .topic .badge { order: -1; }
  .topic dl { grid-template-columns: 1fr 4.6cm 1fr .8fr; gap: 3pt 8pt; margin-top: 3pt; }
  .then-now { max-width: 4.6cm; }
}
`;
