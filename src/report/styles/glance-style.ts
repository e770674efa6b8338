/** The first page and the pages of themes. */
export const glance = `
.changed { border-left: 6px solid var(--rule); padding-left: 1rem; }
.changed h2 { margin-top: 1.5rem; }
.changed p { font-size: 1.2rem; line-height: 1.45; max-width: 48rem; text-wrap: pretty; }

.thermometer { margin: 0 0 1.25rem; }
.thermometer .bar { display: block; width: 100%; height: 1.5rem; border-radius: 3px; }
.thermometer rect { fill: currentColor; }
.thermometer rect.unclear, .thermometer rect.no-reading { opacity: .3; }
.thermometer rect.easing, .thermometer rect.warming { opacity: .6; }
.thermometer ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: .75rem 1.25rem; list-style: none; padding: 0; margin: .75rem 0 0; }
.thermometer li { border-top: 1px solid var(--line); padding-top: .5rem; }
.thermometer .reading { display: block; font-weight: 700; }
.thermometer .reading .sign { width: 1.1rem; height: 1.1rem; }
.thermometer .tally { font-size: 1.6rem; margin: 0 .1rem; }
.thermometer .small { color: var(--soft); display: block; }
.thermometer .none .reading { font-weight: 400; }

.quadrant { display: grid; grid-template-columns: minmax(0, 35rem) minmax(0, 1fr); gap: 1.5rem; align-items: start; }
.numbers { margin: 0; padding-left: 2rem; }
.numbers li { margin-bottom: .55rem; line-height: 1.35; font-size: .9375rem; }
.numbers li::marker { font-weight: 700; }
.numbers .small { display: block; }

.findings { min-width: 66rem; table-layout: fixed; font-size: .875rem; }
.findings th:nth-child(1) { width: 13%; }
.findings th:nth-child(2) { width: 11%; }
.findings th:nth-child(3) { width: 11%; }
.findings th:nth-child(4) { width: 110px; }
.findings th:nth-child(5) { width: 9%; }
.findings th:nth-child(6) { width: 12%; }
.findings th:nth-child(7) { width: 10%; }
.findings th:nth-child(9) { width: 12%; }
.findings .small { color: var(--soft); font-size: .8125rem; }
.findings tbody tr:hover { background: var(--tint); }
.findings thead button { font: inherit; color: var(--link); background: none; border: 0; padding: .25rem 0; text-align: left; text-decoration: underline; text-underline-offset: .15em; cursor: pointer; min-height: 1.5rem; }
.findings [aria-sort] button::after { content: " \\25B2" / ""; }
.findings [aria-sort="descending"] button::after { content: " \\25BC" / ""; }
.controls { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; background: var(--tint); padding: .75rem 1rem; border-radius: 4px; margin-bottom: 1rem; }
.controls > div { flex: 1 1 13rem; min-width: 0; max-width: 22rem; }
.controls label { display: block; font-weight: 600; font-size: .9375rem; margin-bottom: .15rem; }
.controls select { width: 100%; }
.controls select, .controls button { font: inherit; font-weight: 400; min-height: 2.5rem; max-width: 100%; padding: .25rem .6rem; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; }
.controls button { cursor: pointer; }
.controls [role="status"] { margin: 0; flex-basis: 100%; }

.spark { display: block; overflow: visible; color: var(--rule); }
.spark path { fill: none; stroke: currentColor; }
.spark .equality { stroke: var(--soft); stroke-dasharray: 2 2; }
.spark .line { stroke-width: 1.75; stroke-linejoin: round; }
.spark .band { fill: currentColor; stroke: none; opacity: .22; }
.spark .bar { stroke-width: 1.5; opacity: .55; }
.spark circle { fill: currentColor; }

.cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: 1.25rem; align-items: start; }
.cards > li { border: 1px solid var(--line); border-top: 4px solid var(--rule); border-radius: 4px; padding: 1rem 1.25rem; max-width: none; min-width: 0; }
.cards h3 { margin: 0 0 .35rem; }
.cards h4 { margin: 0 0 .35rem; font-size: 1rem; }
.comparison { border-top: 1px solid var(--line); padding-top: .85rem; margin-top: .85rem; }
.comparison p { margin: .4rem 0 .6rem; }
.comparison dl { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 1rem; margin: 0; }
.comparison dt { font-size: .8125rem; font-weight: 400; color: var(--soft); }
.comparison dd { margin: 0; font-weight: 600; line-height: 1.3; }
.comparison dd .small { font-weight: 400; color: var(--soft); font-size: .8125rem; }

@media (max-width: 60rem) {
  .quadrant { grid-template-columns: minmax(0, 1fr); }
}
@media (min-width: 40rem) and (max-width: 66rem) {
  .findings tbody th { position: sticky; left: 0; background: var(--paper); }
}
@media (forced-colors: active) {
  .thermometer rect, .spark circle, .spark .band { fill: CanvasText; }
  .spark path { stroke: CanvasText; }
}
@media print {
  .controls { background: none; padding: 0; }
  .controls > div, .controls button { display: none; }
  .findings { font-size: .75rem; }
  .findings .small { font-size: .7rem; }
  .findings tbody th { position: static; }
  .findings th:nth-child(4) { width: 12%; }
  .findings thead button { display: contents; color: inherit; }
  .spark { width: 100%; height: auto; }
  .cards { grid-template-columns: 1fr; }
  .cards > li, .comparison, .numbers li, .thermometer { break-inside: avoid; }
}
`;
