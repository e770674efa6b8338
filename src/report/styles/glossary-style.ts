/** Words that open what they mean. The note stands below its word where the browser can place it, and else at the foot of the screen. */
export const glossaryStyle = `
.term { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; text-align: inherit; cursor: help;
  text-decoration: underline dotted; text-decoration-thickness: .1em; text-underline-offset: .2em; }
.term:hover { text-decoration-style: solid; }
.term-note { color: var(--ink); background: var(--paper); border: 2px solid var(--rule); border-radius: 4px; padding: .75rem 1rem; font-size: 1rem;
  line-height: 1.5; width: min(26rem, calc(100vw - 2rem)); max-height: 60vh; overflow: auto; box-shadow: 0 .25rem 1rem rgb(0 0 0 / .25); }
.term-note p { margin: 0 0 .5rem; }
.term-note p:last-child { margin: 0; }
.term-note strong { display: block; }
.term-note:popover-open { position: fixed; inset: auto 1rem 1rem auto; margin: 0; }
@supports (position-area: block-end) {
  .term-note:popover-open { inset: auto; position-area: block-end span-inline-end; position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline; margin: .35rem 0; }
  @media (max-width: 40rem) {
    .term-note:popover-open { position-area: bottom span-all; justify-self: center; position-try-fallbacks: flip-block; }
  }
}
.missing > div:target { background: var(--tint); box-shadow: -.5rem 0 0 var(--focus); }
@media (forced-colors: active) {
  .term-note { border-color: CanvasText; }
}
@media print {
  .term { text-decoration: none; }
  .term-note { display: none; }
}
`;
