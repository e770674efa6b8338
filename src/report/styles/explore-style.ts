/** Charts that can be explored. A picture's paper is always white, so what stands on it is dark in every mode. */
export const exploreStyle = `.picture { position: relative; }
.picture svg[hidden] { display: none; }
.files { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; }
.explorer { margin: .5rem 0; }
.explore { font: inherit; font-size: .9375rem; color: var(--link); background: var(--paper); border: 1px solid currentColor; border-radius: 4px; padding: .35rem .75rem; cursor: pointer; }
.explore:hover { background: var(--tint); }
.live { border-radius: 3px; }
.live [role="graphics-symbol"] { outline: none; }
.tip { position: absolute; z-index: 1; max-width: 100%; background: #1d1d1d; color: #ffffff; padding: .25rem .6rem; border-radius: 4px; font-size: .9375rem; line-height: 1.35; }
.tip[hidden] { display: none; }
@media (forced-colors: active) {
  .tip { border: 1px solid CanvasText; }
}
@media print {
  .explorer, .live { display: none; }
  .picture svg[hidden] { display: block; }
}
`;
