/** Sheets of A4: each a page, its letters of so many points. */
export const packStyle = (size: number): string => `
@page { size: A4; margin: 14mm 15mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arimo, Arial, sans-serif; color: #333333; } }
:root { color-scheme: light; }
@media print { html { font-size: ${size}pt; } }
.pack { font-size: 1rem; line-height: 1.3; }
.pack p, .pack li, .pack dd { max-width: none; }
.sheet { break-after: page; }
.sheet:last-child { break-after: auto; }
.sheet > :first-child { margin-top: 0; }
.sheet h2 { margin: 0 0 .5rem; }
.sheet h3 { margin: .75rem 0 .25rem; font-size: 1.05rem; }
.sheet h2:not(:first-child) { margin-top: 1rem; }
.pack .over { font-size: .9rem; margin: 0 0 .5rem; border-bottom: 1.5pt solid var(--rule); padding-bottom: .35rem; }
.pack .question { font-size: 1.2rem; margin: 0 0 .2rem; }
.pack .answer { font-size: 1.9rem; margin: 0 0 .75rem; }
.pack table { width: 100%; font-size: .78rem; line-height: 1.22; }
.pack td, .pack th { padding: .16rem .5rem .16rem 0; overflow-wrap: normal; }
.pack thead th:nth-child(1) { width: 20%; }
.pack thead th:nth-child(2) { width: 15%; }
.pack td .badge { margin: 0; font-size: inherit; }
.pack .three { display: grid; grid-template-columns: 1fr; gap: .5rem; }
.pack .three .chart { padding: .4rem .75rem; display: grid; grid-template-columns: 1fr 10.5cm; gap: 0 1rem; align-items: start; }
.pack .three figcaption { grid-column: 1; }
.pack .three .key { grid-column: 1; }
.pack .three .picture { grid-column: 2; grid-row: 1 / span 3; }
.pack .three .picture svg { max-width: 10.5cm; }
.pack .chart details, .pack .chart .actions, .pack .chart .explorer, .pack .files { display: none; }
.pack dl { margin: 0 0 .5rem; }
.pack dd { margin: 0 0 .35rem; }
.pack a { color: inherit; text-decoration: none; }
.pack a[href]::after { content: none !important; }
.pack .tiles h3 { font-size: 1.05rem; }
.pack .tiles > li { padding: .5rem .6rem; }
.pack .tiles .big .number { font-size: 1.9rem; }
`;
