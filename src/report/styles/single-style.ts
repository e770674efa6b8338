/** The report in one file: a cover, the contents, and every page after the other. */
export const singleStyle = `.cover { background: var(--brand); color: var(--on-brand); padding: 2rem 0 1rem; }
.cover .year { color: inherit; }
.contents ol { list-style: none; padding-left: 1.25rem; margin: 0; }
.contents > ol { padding: 0; columns: 24rem; column-gap: 2rem; }
.contents > ol > li { break-inside: avoid; margin-bottom: .75rem; }
.contents > ol > li > a { font-weight: 600; }
.single .page { border-top: 6px solid var(--rule); margin-top: 4rem; }
.single .level-2 > h2 { font-size: clamp(1.6rem, 1.2rem + 1.6vw, 2.2rem); margin-top: 1.5rem; }
.single .level-3 > h3 { font-size: clamp(1.5rem, 1.2rem + 1.2vw, 2rem); margin-top: 1.5rem; }
.single h3 { font-size: 1.5rem; margin: 2.5rem 0 .75rem; }
.single h4 { font-size: 1.25rem; margin: 2rem 0 .75rem; line-height: 1.2; }
.single h5, .single h6 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; line-height: 1.2; }
@media print {
  .on-screen { display: none; }
  .cover { padding: 0 0 1rem; border-bottom: 1.5pt solid #12436d; }
  .contents > ol { columns: 2; font-size: .9rem; }
  .single .page { break-before: page; border-top: 0; margin-top: 0; }
  .single .level-2 > h2, .single .level-3 > h3 { font-size: 1.8rem; margin-top: 0; }
  .single .level-3 > h3 { font-size: 1.6rem; }
  .single h3 { font-size: 1.3rem; margin: 1.25rem 0 .4rem; }
  .single h4 { font-size: 1.15rem; margin: 1rem 0 .35rem; }
  .single h5, .single h6 { font-size: 1rem; margin: .75rem 0 .25rem; }
}
`;
