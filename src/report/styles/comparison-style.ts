/** The page that compares places: the map of gaps and the small drawings. */
export const comparisonStyle = `
.standings li { margin-bottom: .25rem; }
.heat { border-collapse: collapse; }
.heat th, .heat td { border: 1px solid var(--line); padding: .3rem .35rem; text-align: left; vertical-align: top; min-width: 5.3rem; }
.heat th[scope="row"] { min-width: 9rem; font-weight: 400; }
.heat td > *, .heat th .unit { display: block; }
.heat td.above { background: var(--chart-ramp-4); color: var(--paper); }
.heat td.below { background: var(--chart-ramp-1); color: var(--ink); }
.heat td.no-clear-difference { background: var(--paper); }
.heat td.not-tested { background: var(--tint); }
.multiples { list-style: none; padding: 0; max-width: none; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); }
.multiples li { display: flex; flex-direction: column; }
.multiples svg { width: 100%; height: auto; border: 1px solid var(--line); }
.multiples .none { stroke: var(--soft); stroke-dasharray: 3 3; }
.multiples .sure { stroke: var(--chart-context); stroke-width: 2; }
.multiples .gap { fill: none; stroke: var(--chart-blue); stroke-width: 1.5; }
.multiples .dot { fill: var(--chart-blue); }
.compared { border-top: 1px solid var(--line); margin-top: 2rem; }
@media print { .heat th, .heat td { min-width: 0; padding: .15rem .2rem; font-size: 7pt; } .multiples li { break-inside: avoid; } }
@media (forced-colors: active) { .heat td { forced-color-adjust: auto; } .multiples .gap, .multiples .sure { stroke: CanvasText; } .multiples .dot { fill: CanvasText; } }
`;
