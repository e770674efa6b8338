import { load } from "../define/load.ts";
import type { Language } from "../model.ts";

interface DeclaredTheme {
  theme: string;
  title: string;
  indicators: { id: string; title: string; dimensions: string[] }[];
}

interface Declared {
  language: Language;
  themes: DeclaredTheme[];
}

/** The indicators that a project declares, under its themes. */
export function declared(folder: string): Declared {
  const { indicators, project } = load(folder);
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
