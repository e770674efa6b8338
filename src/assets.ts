import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Assets } from "./render/assets.ts";

const require = createRequire(import.meta.url);

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(require.resolve(file)));

/** Reads what the report takes from other packages. */
export const readAssets = (): Assets => ({
  carried: [
    ...[400, 700].map((weight) => ({
      path: `fonts/arimo-${weight}.woff2`,
      content: bytesOf(`@fontsource/arimo/files/arimo-latin-${weight}-normal.woff2`),
    })),
    { path: "fonts/LICENSE.txt", content: bytesOf("@fontsource/arimo/LICENSE") },
  ],
});
