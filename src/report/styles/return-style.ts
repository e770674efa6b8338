/** Pages of what programmes return: the range, the map of change, the bars of what it hangs on. */
export const returnStyle = `
.return-range { margin: 0 0 1rem; max-width: 36rem; }
.return-range svg { display: block; width: 100%; height: auto; overflow: visible; }
.return-range text { font-size: 9px; fill: var(--soft); font-family: Arimo, sans-serif; }
.return-range .axis { stroke: var(--line); stroke-width: 1.5; }
.return-range .end { fill: var(--ink); font-weight: 700; }
.return-range .range { stroke: var(--link); stroke-width: 4; stroke-linecap: round; }
.return-range circle { fill: var(--link); stroke: var(--paper); stroke-width: 1.5; }
.return-range .even { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 3 2; vector-effect: non-scaling-stroke; }
.change-map { list-style: none; padding: 0; display: grid; gap: 1.75rem; grid-template-columns: 1fr; }
.change-map > li { background: var(--tint); border: 1px solid var(--line); border-radius: 4px; padding: .75rem 1rem; max-width: none; position: relative; }
.change-map > li:not(:last-child)::after { content: ""; position: absolute; left: 50%; bottom: -1.25rem; margin-left: -.6rem; border: .6rem solid transparent; border-top-color: var(--rule); border-bottom: 0; }
.change-map h3 { margin: 0 0 .5rem; font-size: 1.05rem; }
.change-map ul { padding-left: 1.1rem; margin: 0; }
.change-map li li { margin-bottom: .5rem; }
.change-map .small { display: block; color: var(--soft); }
.change-map .told-only { color: var(--soft); }
@media (max-width: 30rem) { .return-range text { font-size: 12px; } }
@media (min-width: 56rem) {
  .change-map { grid-template-columns: 1fr 1fr 2fr; gap: 2rem; }
  .change-map > li:not(:last-child)::after { left: auto; right: -1.4rem; bottom: auto; top: 50%; margin: -.6rem 0 0; border: .6rem solid transparent; border-left-color: var(--rule); border-right: 0; }
}
@media (forced-colors: active) {
  .return-range circle { fill: Highlight; }
  .return-range .range { stroke: Highlight; }
  .return-range .even { stroke: CanvasText; }
  .change-map > li { border-color: CanvasText; }
}
@media print {
  .change-map > li { break-inside: avoid; }
}
`;
