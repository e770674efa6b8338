import { resolve } from "node:path";
import type { Definitions } from "../define/definitions.ts";
import type { Declared } from "./known-declared.ts";
import { keptDeclared } from "./known-declared.ts";

/** The indicators that a project declares, under its themes; read anew only where the last build knows others. */
export async function declared(folder: string): Promise<Declared> {
  const root = resolve(folder);
  const known = keptDeclared(root).find();
  if (known !== null) return known;
  const { load } = await import("../define/load.ts");
  return declaredBy(load(root));
}

export function declaredBy({ indicators, project }: Definitions): Declared {
  const themes = project.value.themes.map(({ id: theme, title }) => ({
    theme,
    title,
    indicators: indicators
      .filter(({ value }) => value.theme === theme)
      .map(({ value }) => ({
        id: value.id,
        title: value.title,
        dimensions: value.dimensions.map(({ dimension }) => dimension),
      })),
  }));
  return { language: project.value.language, themes };
}
