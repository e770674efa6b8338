/** Head, foot and column of every page, what can be done with a chart, and the easy read page. */
export const frameStyle = `.head { border-bottom: 4px solid var(--rule); }
.head .wide { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: 1.25rem; align-items: center; }
.head .wide > * { grid-column: 1 / -1; }
.head .logo { grid-column: 1; grid-row: 1 / span 2; height: 3rem; width: auto; max-width: 12rem; }
.head .logo ~ * { grid-column: 2; }
.cover .logo { display: block; height: 4rem; width: auto; margin-bottom: 1rem; }
.menu [aria-current] { padding-bottom: .1rem; }
.lead, .headline { max-width: 54rem; }
.foot p, .foot ul { margin: 0 0 .75rem; }
.foot-links { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.foot-links a { display: inline-block; padding: .25rem 0; }
.foot-links li[aria-hidden] { font-weight: 600; padding: .25rem 0; }

.figures { align-items: stretch; }
.figures .big { font-size: clamp(2rem, 1.4rem + 2vw, 2.75rem); font-weight: 700; line-height: 1.1; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
.figures .big .small, .figures .big small { letter-spacing: 0; }
.cards, .short { align-items: stretch; }

@media (min-width: 64rem) {
  main > section:not(.breakdown, .changed, .find-area):has(> h2:first-child):not(:has(table, figure, .short, .cards, .figures, .thermometer, .standings, .columns, .measures, .facts, .missing, .controls, .change-map)) {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    column-gap: 3rem;
    border-top: 1px solid var(--line);
    margin-top: 2rem;
    padding-top: 1rem;
    & > * { grid-column: 2; }
    & > h2:first-child { grid-column: 1; grid-row: 1 / span 40; margin-top: 0; font-size: 1.25rem; }
  }
}

.beneath { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline; font-size: .9375rem; }
.beneath > details { min-width: 0; }
.beneath > .explorer { margin: 0; }
.beneath > details[open] { flex-basis: 100%; }
.acts { display: flex; flex-wrap: wrap; gap: .15rem 1.25rem; align-items: baseline; }
.acts .anchor { display: inline-block; padding: .25rem 0; }
.acts button { font: inherit; color: var(--link); background: none; border: 0; padding: .25rem 0; text-decoration: underline; text-underline-offset: .15em; cursor: pointer; }
.acts [role="status"]:not(:empty) { font-weight: 600; }
.acts p { flex-basis: 100%; margin: 0 0 .5rem; }
.acts code { display: block; background: var(--tint); padding: .5rem .75rem; border-radius: 4px; user-select: all; }
figure:target { outline: 3px solid var(--rule); outline-offset: 2px; }

.easy { font-size: 1.25rem; line-height: 1.7; max-width: 40rem; margin: 0 auto; }
.easy h2 { font-size: 1.75rem; border-top: 4px solid var(--rule); padding-top: 1rem; margin-top: 3rem; }
.easy h3 { font-size: 1.35rem; margin: 0 0 .5rem; }
.easy p { margin: 0 0 .65rem; }
.easy-findings { list-style: none; padding: 0; }
.easy-findings > li { background: var(--tint); border-radius: 4px; padding: 1.25rem 1.5rem; margin-bottom: 1.25rem; }

@media (max-width: 40rem) {
  .head { padding: .5rem 0; }
  .head .report { font-size: .9375rem; margin: 0; }
  .menu ul { gap: 0 1rem; font-size: .9375rem; }
  .crumbs { margin-top: .5rem; }
  .crumbs [aria-current] { display: none; }
  .crumbs li:nth-last-child(2)::after { content: none; }
  h1 { margin: .75rem 0 .5rem; }
  h2 { margin-top: 2rem; font-size: 1.3rem; }
  .lead { font-size: 1.0625rem; line-height: 1.4; }
  .subtitle, .key { font-size: .8125rem; line-height: 1.35; }
  .finding { font-size: 1.0625rem; line-height: 1.25; }
  .picture { margin-inline: -1rem -.75rem; }
  .beneath { gap: 0 .75rem; font-size: .875rem; }
  .explore { padding: .15rem .4rem; font-size: inherit; }
}
@media print {
  .share { display: none; }
  .head { border-bottom: 1.5pt solid #12436d; }
  .foot nav { display: none; }
  figure:target { outline: none; }
  .figures .big { font-size: 1.5rem; }
}
`;
