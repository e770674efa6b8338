/** What stands on the pages of indicators alone. */
export const indicatorStyle = `.charts.single { grid-template-columns: minmax(0, 36rem); }
.charts { align-items: start; }
.sideways { overflow-x: auto; }
.sideways .picture { min-width: 32.5rem; }
.charts:has(.sideways) { grid-template-columns: repeat(auto-fit, minmax(min(34.75rem, 100%), 1fr)); }
.charts.single:has(.sideways) { grid-template-columns: minmax(0, 36rem); }
.answering { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5rem 2.5rem; align-items: start; margin: 1rem 0 1.5rem; }
.answering .told > :first-child { margin-top: 0; }
.answering .headline { margin: .75rem 0; font-size: clamp(1.35rem, 1.1rem + 1vw, 1.75rem); line-height: 1.25; font-weight: 700; letter-spacing: -.005em; }
.answering.tall { grid-template-rows: auto auto 1fr; }
.answering.tall > :nth-child(2) { grid-column: 2; grid-row: 1 / span 3; }
.answering.tall > :not(:nth-child(2)) { grid-column: 1; }
.answering .told h3 { margin-top: 1.25rem; }
.answering .told p { margin-bottom: .5rem; }
.caveat { margin: .75rem 0 .5rem; }
.caveat > summary { color: var(--ink); font-weight: 400; }
.caveat > summary::marker { color: var(--link); }
.pictured { display: grid; gap: 1.5rem; }
.behind { border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); margin: 1rem 0 2rem; }
.behind + .behind { border-top: 0; }
.behind > summary { padding: .75rem 0; }
@media (max-width: 52rem) {
  .answering, .answering.tall { grid-template-columns: minmax(0, 1fr); grid-template-rows: none; gap: .5rem; margin: .5rem 0; }
  .breakdown { margin-top: .75rem; }
  .breakdown > h2 { margin: .5rem 0; }
  .answering .headline { margin: .5rem 0; font-size: 1.2rem; }
  .answering .told h3 { margin: .75rem 0 .25rem; font-size: 1.0625rem; }
  .answering .told p { margin-bottom: .35rem; line-height: 1.4; }
  .pictured { gap: .5rem; }
  .answering .chart { padding: .5rem 0 .25rem; border-bottom: 0; }
  .answering + .behind { margin-top: .5rem; }
  .caveat { margin: .5rem 0 0; }
  .caveat > summary { line-height: 1.4; }
  .answering.tall > :nth-child(n) { grid-column: 1; grid-row: auto; }
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
