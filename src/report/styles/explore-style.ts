/** Charts that can be explored. */
export const exploreStyle = `.picture { position: relative; }
.picture svg[hidden] { display: none; }
.files { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; }
.explorer { margin: .5rem 0; }
.explore { font: inherit; font-size: .9375rem; color: var(--link); background: var(--paper); border: 1px solid currentColor; border-radius: 4px; padding: .35rem .75rem; cursor: pointer; }
.explore:hover { background: var(--tint); }
.how { margin: .25rem 0; }
.how[hidden] { display: none; }
.live { position: relative; max-width: 33rem; margin: 0 auto; }
.picture .live svg { max-width: none; }
.live [role="graphics-symbol"] { outline: none; }
.stops { position: absolute; inset: 0; pointer-events: none; }
.stop { position: absolute; min-width: 18px; min-height: 18px; translate: -50% -50%; }
.stop:focus { outline: 3px solid #1d1d1d; outline-offset: 1px; box-shadow: 0 0 0 1px #ffffff, 0 0 0 6px #ffffff; border-radius: 9px; }
.tip { position: absolute; z-index: 1; max-width: 100%; background: var(--ink); color: var(--paper); padding: .25rem .6rem; border-radius: 4px; font-size: .9375rem; line-height: 1.35; }
.tip .of { display: block; font-size: .8125rem; color: inherit; }
.live { border-radius: 3px; }
.live svg { background-color: var(--chart-paper) !important; }
.tip[hidden] { display: none; }
@media (forced-colors: active) {
  .stop:focus { outline-color: Highlight; }
  .tip { border: 1px solid CanvasText; }
}
@media print {
  .explorer, .live, .how { display: none; }
  .picture svg[hidden] { display: block; }
}
`;
