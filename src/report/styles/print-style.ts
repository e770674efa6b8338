/** On paper: A4, black ink, everything open, no controls. Colour and shading are never needed to read it. */
export const printStyle = `@media print {
  @page { size: A4; margin: 16mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arimo, Arial, sans-serif; color: #333333; } }
  :root { color-scheme: light; --ink: #000000; --soft: #333333; --paper: #ffffff; --tint: #ffffff; --line: #999999; --brand: #ffffff; --on-brand: #000000; --rule: #12436d; --link: #000000; }
  html { font-size: 9.5pt; }
  body { font-size: 1rem; line-height: 1.4; }
  h1 { font-size: 2rem; margin-top: 1rem; }
  h2 { font-size: 1.35rem; margin: 1.5rem 0 .5rem; }
  h3 { font-size: 1.1rem; margin: 1rem 0 .35rem; }
  .lead { font-size: 1.1rem; }
  .headline { font-size: 1.15rem; }
  .wide { max-width: none; padding: 0 1px; }
  .head { padding: 0 0 .5rem; border-bottom: 1.5pt solid #12436d; }
  .foot { padding: .75rem 0 0; margin-top: 1.5rem; }

  .skip, .menu, .jump, .crumbs, .files, .explorer, .downloads { display: none; }
  a { text-decoration: none; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
  .facts a[href^="http"]::after { content: none; }

  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; color: inherit; cursor: auto; break-after: avoid; }
  summary::marker { content: none; }
  summary::-webkit-details-marker { display: none; }

  .scroll { overflow: visible; container-type: normal; margin-bottom: .75rem; }
  .scroll caption { position: static; max-width: none; }
  td.words { min-width: 0; }
  table { font-size: .8rem; line-height: 1.3; width: auto; min-width: 60%; }
  th, td { padding: .2rem .6rem .2rem 0; }
  th.number, td.number { padding: .2rem 0 .2rem .6rem; white-space: normal; }
  tbody th { min-width: 3.2cm; }
  .matrix, .people { min-width: 0; width: 100%; }
  .matrix thead th { vertical-align: bottom; hyphens: none; overflow-wrap: normal; }
  .matrix thead th:not(:first-child) { writing-mode: vertical-rl; white-space: nowrap; }
  .matrix td { overflow-wrap: normal; hyphens: none; font-size: .68rem; padding-right: .2rem; }
  .charts { grid-template-columns: 1fr 1fr; grid-auto-flow: row dense; gap: 8pt; margin: .75rem 0; }
  .chart { padding: 6pt; box-decoration-break: clone; }
  .chart.tall { grid-row: auto; }
  .chart table { font-size: .72rem; width: 100%; }
  .chart th, .chart td { padding-right: .3rem; }
  .chart tbody th { min-width: 0; }
  .chart th.number, .chart td.number { padding: .2rem 0 .2rem .3rem; overflow-wrap: break-word; }
  .chart:has(thead th:nth-child(8)) { grid-column: 1 / -1; }
  .chart table:has(tbody > tr:nth-child(6)) { break-inside: auto; }
  .picture svg { max-width: 12cm; }
  .chart.half:has(thead th:nth-child(8)) .picture svg { max-width: 10cm; }
  .finding { font-size: 1rem; }
  .subtitle, .key { font-size: .8rem; }
  .figures { gap: 6pt; grid-template-columns: repeat(3, 1fr); }
  .figures > div, .short li { border: .5pt solid var(--line); padding: 4pt 6pt; }
  .figures .big { font-size: 1.3rem; }
  .short { gap: 6pt; }
  .columns { display: block; }

  p, li, dd { orphans: 3; widows: 3; }
  h1, h2, h3, h4, h5, h6, caption, dt, figcaption, .verdict, .headline, .subtitle, thead { break-after: avoid; }
  tr, dd, li, .picture, .key, figcaption, .badge, .figures, .short li, .missing > div, .notes > div, .measures > div, .headcount, .empty { break-inside: avoid; }
  thead { display: table-header-group; }
  table:not(:has(tbody > tr:nth-child(13))) { break-inside: avoid; }
  .breakdown { margin-top: 1.5rem; }
}
`;
