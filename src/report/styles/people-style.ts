/** Pages of communities and areas, and tables whose rows stand under headings of their own. */
export const peopleStyle = `
.standings { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem; }
.standings li { background: var(--tint); border: 1px solid var(--line); border-radius: 4px; padding: .75rem 1rem; max-width: none; }
.standings h3 { margin: 0 0 .35rem; font-size: 1.05rem; }
.standings p { margin: 0 0 .35rem; }
.standings .small { color: var(--soft); }
.told { columns: 24rem; column-gap: 2rem; }
.told > div { border-top: 2px solid var(--line); padding: .5rem 0 .75rem; break-inside: avoid; }
.told dt { font-weight: 700; margin-bottom: .25rem; }
.told dd { margin: 0 0 .35rem; padding-left: .9rem; text-indent: -.9rem; }
.people { min-width: 44rem; }
.people .none { color: var(--soft); text-align: right; }
.people thead th.number { white-space: normal; max-width: 7rem; }
.theme-row { background: var(--tint); padding-left: .5rem; font-weight: 700; }
tfoot th, tfoot td { border-top: 2px solid var(--soft); font-weight: 600; }
@media print {
  .people { min-width: 0; }
  .told { column-gap: 12pt; }
  .standings { grid-template-columns: 1fr 1fr; gap: 6pt; }
  .standings li { break-inside: avoid; padding: 4pt 6pt; }
}
`;
