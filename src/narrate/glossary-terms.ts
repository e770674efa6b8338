import { sayIn } from "../catalogue/say.ts";
import { temperatureOf, verdictIds } from "../model.ts";
import type { Publishable } from "../results/results.ts";

/** Words that are explained, and where a text uses them first. */

export interface Term {
  id: string;
  term: string;
  forms: readonly string[];
  means: string;
}

const idOf = (term: string): string =>
  term
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Every term, in the order of the alphabet. What the project explains itself takes the place of what all reports say. */
export function termsOf(results: Publishable): Term[] {
  const { glossary, writing } = sayIn(results);
  const own = results.glossary.map(({ term, means }) => ({ id: `own-${idOf(term)}`, term, forms: [term], means }));
  const taken = new Set(own.map(({ term }) => term.toLowerCase()));
  const common = Object.entries(glossary.terms)
    .filter(([, { term }]) => !taken.has(term.toLowerCase()))
    .map(([id, { term, forms, means }]) => ({ id, term, forms, means }));
  const order = new Intl.Collator(String(writing.locale));
  return [...own, ...common].sort((a, b) => order.compare(a.term, b.term));
}

/** What each verdict says of a gap. */
export function verdictTerms(results: Publishable): Term[] {
  const { verdict, temperatures } = sayIn(results);
  return verdictIds.map((id) => ({
    id: `verdict-${id}`,
    term: verdict.labels[id],
    forms: [],
    means: temperatures[temperatureOf[id]].meaning,
  }));
}

export type Piece = string | { term: Term; text: string };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The text in pieces: the first use of each term that is not yet in `used`, which is filled, and what stands between. */
export function piecesOf(text: string, terms: readonly Term[], used: Set<string>): Piece[] {
  const forms = terms
    .flatMap((term) => term.forms.map((form) => ({ form, term })))
    .sort((a, b) => b.form.length - a.form.length);
  if (forms.length === 0) return [text];
  const byForm = new Map(forms.map(({ form, term }) => [form.toLowerCase(), term]));
  const any = new RegExp(
    `(?<![\\p{L}\\d])(?:${forms.map(({ form }) => escaped(form)).join("|")})(?![\\p{L}\\d])`,
    "giu",
  );
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(any)) {
    const term = byForm.get(found.toLowerCase());
    if (term === undefined || used.has(term.id)) continue;
    used.add(term.id);
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push({ term, text: found });
    from = index + found.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push(text.slice(from));
  return pieces;
}
