import { Resvg } from "@resvg/resvg-js";

/** The picture as pixels, two for each of its own. The fonts are given, so it is the same on every machine. */
export const png = (svg: string, fontFiles: readonly string[]): Uint8Array =>
  new Uint8Array(
    new Resvg(svg, {
      fitTo: { mode: "zoom", value: 2 },
      font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: "Arimo" },
    })
      .render()
      .asPng(),
  );
