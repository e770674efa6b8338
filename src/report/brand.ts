/** A file of the look, by its path in the report's folder. */
export interface LookAsset {
  path: string;
  content: Uint8Array;
}

/** The logo, colours and type of whoever publishes, checked beforehand. */
export interface Look {
  logo: (LookAsset & { alt: string }) | null;
  colours: Readonly<Record<"brand" | "on-brand" | "link" | "link-dark", string>>;
  given: readonly ("brand" | "on-brand" | "link" | "link-dark")[];
  fonts: { family: string; regular: LookAsset; bold: LookAsset } | null;
}

const named = (file: LookAsset, name: string): LookAsset => ({
  path: `look/${name}.${file.path.split(".").at(-1)?.toLowerCase()}`,
  content: file.content,
});

/** The look with the paths that its files have in the report. */
export const inReport = ({ logo, fonts, ...rest }: Look): Look => ({
  ...rest,
  logo: logo && { ...named(logo, "logo"), alt: logo.alt },
  fonts: fonts && { ...fonts, regular: named(fonts.regular, "regular"), bold: named(fonts.bold, "bold") },
});

export const lookFiles = (look: Look | undefined): LookAsset[] =>
  look === undefined
    ? []
    : [
        ...(look.logo === null ? [] : [look.logo]),
        ...(look.fonts === null ? [] : [look.fonts.regular, look.fonts.bold]),
      ];

/** A picture inside of what shows it. */
export const dataAddress = ({ path, content }: LookAsset): string =>
  `data:${path.endsWith(".svg") ? "image/svg+xml" : "image/png"};base64,${Buffer.from(content).toString("base64")}`;
