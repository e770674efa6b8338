/** The page of an area, maps of names, and the way to one's own area. */
export const areaStyle = `
.outlines { display: block; max-width: 100%; height: auto; overflow: visible; }
.outlines path { fill: var(--tint); stroke: var(--soft); stroke-width: 1; }
.outlines text { fill: var(--ink); font-family: Arimo, sans-serif; pointer-events: none; }
.locator { display: block; width: 5.5rem; height: auto; margin-bottom: .75rem; }
.locator path { fill: var(--tint); stroke: var(--soft); stroke-width: .5; }
.locator .here { fill: var(--brand); stroke: var(--ink); }
.outlines .here path { fill: var(--brand); stroke: var(--ink); stroke-width: 2; }
.outlines .here text { fill: var(--on-brand); font-weight: 700; }
.outlines a:hover path { fill: var(--brand); }
.outlines a:hover text { fill: var(--on-brand); }
.outlines a:focus-visible path { stroke: var(--ink); stroke-width: 4; fill: var(--focus); }
.outlines a:focus-visible text { fill: #1d1d1d; }
.area-head { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0 3rem; }
.area-head h2 { margin-top: 1rem; font-size: 1.3rem; }
.area-map { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
.area-map .outlines { flex: 0 0 auto; }
.area-map > div { flex: 1 1 8rem; min-width: 0; }
.area-map h3 { margin-top: 0; font-size: 1rem; }
.brief h3 { margin: .75rem 0 .25rem; font-size: 1.05rem; }
.brief ul { margin: 0; padding-left: 1.25rem; }
.brief .in-line { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .15rem 1rem; }
.area-answer .missing, .area-answer .stands { margin: 1rem 0 0; }
.area-figures { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 1rem; }
.area-figures li { background: var(--tint); border: 1px solid var(--line); border-radius: 4px; padding: .75rem 1rem; max-width: none; break-inside: avoid; }
.by-theme { border-top: 1px solid var(--line); margin: 0; }
.by-theme > summary { padding: .6rem 0; }
.by-theme > summary h3 { display: inline; font-size: 1.1rem; }
.by-theme > summary span { display: block; color: var(--ink); font-weight: 400; font-size: .9375rem; }
.by-theme[open] { padding-bottom: 1rem; }
.area-figures .clarity { font-weight: 600; font-size: .9375rem; }
.area-figures h4 { margin: 0 0 .25rem; font-size: 1.05rem; line-height: 1.25; }
.area-figures p { margin: 0 0 .4rem; }
.area-figures .own strong { font-size: 1.5rem; line-height: 1.2; margin-right: .25rem; }
.area-figures .own span { color: var(--soft); }
.strip { max-width: 24rem; }
.strip svg, .then-now { display: block; width: 100%; height: auto; }
.strip p { display: flex; justify-content: space-between; font-size: .875rem; color: var(--soft); }
.strip .axis { stroke: var(--line); stroke-width: 1; }
.strip .others { stroke: var(--soft); stroke-width: 1; }
.strip .whole { stroke: var(--ink); stroke-width: 2.5; }
.strip circle { fill: var(--link); stroke: var(--tint); stroke-width: 1.5; }
.then-now { max-width: 24rem; }
.then-now text { fill: var(--soft); font-family: Arimo, sans-serif; }
.then-now path { stroke-width: 3; stroke: var(--link); }
.then-now circle { fill: var(--link); stroke: var(--link); stroke-width: 1.5; }
.then-now .place path, .then-now .place circle { stroke: var(--soft); fill: var(--soft); }
.then-now .then, .then-now .place .then { fill: var(--tint); }
.lives { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0 2rem; }
.lives > div { min-width: 0; }
.find-area .ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem 3rem; }
.find-area .ways > div { min-width: 0; }
.find-area label { display: block; font-weight: 600; margin-top: .5rem; }
.find-area input { font: inherit; color: inherit; background: var(--paper); border: 2px solid var(--soft); border-radius: 4px; padding: .4rem .6rem; width: min(20rem, 100%); }
.find-area button { font: inherit; color: var(--on-brand); background: var(--brand); border: 2px solid var(--brand); border-radius: 4px; padding: .4rem 1rem; margin: .25rem 0 0; }
.find-area [role="status"] { margin: .35rem 0; min-height: 1.55em; }
.find-area .matches a, .find-area .names a { display: inline-block; padding: .2rem 0; }
.find-area .names ul { columns: 12rem; }
@media (max-width: 40rem) {
  .area-head h2 { margin-top: .75rem; }
  .area-answer .lead { line-height: 1.35; margin-bottom: .5rem; }
  .area-answer .missing { line-height: 1.35; margin-top: .5rem; font-size: .9375rem; }
  .area-answer .stands { line-height: 1.35; margin-top: .35rem; }
  .brief li { line-height: 1.35; font-size: .9375rem; }
  .brief .in-line { gap: 0 1rem; }
  .brief h3 { margin: .35rem 0 .1rem; font-size: 1rem; }
  .area-map { gap: .5rem 1rem; }
  .area-map > div { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 1rem; align-items: start; }
  .area-map .locator { grid-row: 1 / span 2; width: 3.5rem; }
  .area-map h3 { margin: 0; }
  .area-map .plain { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; }
  .area-map .plain a { display: inline-block; padding: .1rem 0; }
  .area-map > div > .small { grid-column: 1 / -1; }
}
@media (forced-colors: active) {
  .outlines path { fill: Canvas; stroke: CanvasText; }
  .outlines text { fill: LinkText; }
  .outlines .here path, .locator .here { fill: Highlight; }
  .outlines .here text { fill: HighlightText; }
  .outlines a:focus-visible path { fill: Highlight; }
  .outlines a:focus-visible text { fill: HighlightText; }
  .strip circle, .then-now circle { fill: Highlight; }
  .strip .whole, .strip .others, .then-now path { stroke: CanvasText; }
}
@media print {
  .outlines .here path, .locator .here { fill: #12436d; }
  .outlines .here text { fill: #ffffff; }
  .find-area { display: none; }
  .area-head { grid-template-columns: 1fr 1fr; }
  .area-figures { grid-template-columns: 1fr 1fr; gap: 6pt; }
  .area-figures li { padding: 4pt 6pt; }
}
`;
