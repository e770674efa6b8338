/** Sum of f over a list. */
export function sumOf<T>(list: readonly T[], f: (item: T, index: number) => number): number {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += f(list[i]!, i);
  return total;
}
