/** The list of data files. */
export const downloadsStyle = `
.data-files { list-style: none; padding: 0; max-width: 60rem; }
.data-files li { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; justify-content: space-between; align-items: baseline; padding: .5rem 0; border-bottom: 1px solid var(--line); max-width: none; }
.data-files .holding { flex: 1 1 20rem; }
.data-files .holding .small { color: var(--soft); display: block; }
.data-files .links { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.data-files .links a { display: inline-block; padding: .25rem 0; }
@media print {
  .downloads { display: none; }
}
`;
