import { pageShades } from "../../charts/layout/palette.ts";

const all = (paper: "light" | "dark"): string =>
  Object.entries({ ...pageShades, edge: pageShades.heating })
    .map(([name, shade]) => `--preview-${name}: ${shade[paper]};`)
    .join(" ");

/** Of a preview alone: what is wrong with the project, over the last good page, and the page before there is any. */
export const previewStyle = `:root { ${all("light")} }
@media (prefers-color-scheme: dark) { :root { ${all("dark")} } }
#tempcheck-faults { position: fixed; z-index: 1000; inset: auto 0 0 0; max-height: 75vh; overflow: auto;
  box-sizing: border-box; padding: 1rem max(1rem, calc(50vw - 30rem)); font: 1rem/1.5 sans-serif;
  color: var(--preview-ink); background: var(--preview-paper); border-top: 0.4rem solid var(--preview-edge); }
#tempcheck-faults h2 { margin: 0 0 0.5rem; font-size: 1.3rem; color: var(--preview-edge); }
#tempcheck-faults h3 { margin: 1rem 0 0.2rem; font: bold 1rem/1.5 monospace; overflow-wrap: anywhere; }
#tempcheck-faults p { margin: 1rem 0 0; }
#tempcheck-faults dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; margin: 0; }
#tempcheck-faults dt { color: var(--preview-soft); }
#tempcheck-faults dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
#tempcheck-faults button { font: inherit; padding: 0.2rem 1rem; color: var(--preview-ink);
  background: var(--preview-tint); border: 1px solid var(--preview-ink); border-radius: 0.3rem; cursor: pointer; }
#tempcheck-faults :focus-visible, #tempcheck-faults:focus-visible { outline: 3px solid var(--preview-link); outline-offset: -3px; }
@media print { #tempcheck-faults { display: none; } }
.preview-alone { margin: 3rem; font: 1.2rem/1.5 sans-serif; color: var(--preview-ink); background: var(--preview-paper); }
.preview-alone a { color: var(--preview-link); }
`;
