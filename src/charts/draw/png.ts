import { Resvg } from "@resvg/resvg-js";

/** The picture as pixels, two for each of its own unless said otherwise. The fonts are given, so it is the same on every machine. */
export const png = (svg: string, fontFiles: readonly string[], zoom = 2): Uint8Array =>
  new Uint8Array(
    new Resvg(svg, {
      fitTo: { mode: "zoom", value: zoom },
      font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: "Arimo" },
    })
      .render()
      .asPng(),
  );
