/** A sum of unknown counts with whole coefficients: what one published count is made of. */
export type Form = ReadonlyMap<string, number>;

export const unknown = (name: string): Form => new Map([[name, 1]]);

/** Forms added up, each times its weight. */
export function combined(parts: readonly (readonly [form: Form, times: number])[]): Form {
  const sum = new Map<string, number>();
  for (const [form, times] of parts)
    for (const [name, weight] of form) {
      const total = (sum.get(name) ?? 0) + times * weight;
      if (total === 0) sum.delete(name);
      else sum.set(name, total);
    }
  return sum;
}

export const sumOfForms = (forms: readonly Form[]): Form => combined(forms.map((form) => [form, 1]));

/** What a form comes to when every unknown has a value. */
export const valueAt = (form: Form, values: ReadonlyMap<string, number>): number =>
  [...form].reduce((sum, [name, weight]) => sum + weight * (values.get(name) ?? 0), 0);
