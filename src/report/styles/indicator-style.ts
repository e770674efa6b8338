/** What stands on the pages of indicators alone. */
export const indicatorStyle = `.charts.single { grid-template-columns: minmax(0, 36rem); }
.charts { align-items: start; }
.sideways { overflow-x: auto; }
.sideways .picture { min-width: 29rem; }
.charts:has(.sideways) { grid-template-columns: repeat(auto-fit, minmax(min(31.25rem, 100%), 1fr)); }
.charts.single:has(.sideways) { grid-template-columns: minmax(0, 36rem); }
.chart.tall { grid-row: span 2; }
@media (min-width: 62rem) {
  .charts:has(> .tall) { grid-template-rows: auto 1fr; }
}
.working h4 { margin: 1.25rem 0 .5rem; font-size: 1rem; line-height: 1.3; }
.steps li { max-width: none; margin-bottom: .25rem; overflow-wrap: anywhere; }
.commentary { border: 2px solid var(--line); border-left: 6px double var(--soft); border-radius: 4px; padding: 0 1.25rem 1rem; margin: 3rem 0; }
.commentary > h2 { margin-top: 1rem; }
.written pre { white-space: pre-wrap; }
.written blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 3px solid var(--line); }
.signed { margin: 0; }
@media (forced-colors: active) {
  .commentary { border-color: CanvasText; }
}
@media print {
  .sideways { overflow: visible; }
  .sideways .picture { min-width: 0; }
  .charts:has(.sideways) { grid-template-columns: 1fr 1fr; }
  .commentary { break-inside: avoid; }
}
`;
