/** On paper: A4, black ink, no controls, everything open. */
export const printStyle = `@media print {
  @page { size: A4; margin: 16mm; }
  :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --tint: #fff; --line: #999; --brand: #12436d; --on-brand: #12436d; --link: #000; --cooling: #12436d; --heating: #801650; --steady: #3d3d3d; --mixed: #5b3f97; --unknown: #4a4a4a; }
  html { font-size: 9pt; }
  body { font-size: 1rem; }
  h1 { font-size: 2rem; }
  .skip, .menu, .jump, .crumbs { display: none; }
  .head { background: none; border-bottom: 2pt solid #12436d; }
  .wide { max-width: none; padding: 0; }
  .scroll { overflow: visible; }
  .findings, .grid, .matrix { min-width: 0; }
  .charts { grid-template-columns: 1fr 1fr; gap: 8pt; }
  .chart, .short li, tr, .figures > div, .missing > div { break-inside: avoid; }
  .chart details { display: none; }
  h2, h3, .finding { break-after: avoid; }
  .breakdown { break-before: page; margin-top: 0; }
  a { text-decoration: none; }
  .source a[href^="http"]::after, .foot a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
  .source a[href^="http"]::after { content: ""; }
}
`;
