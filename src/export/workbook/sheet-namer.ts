/** The most characters that Excel allows in the name of a sheet. */
const LONGEST = 31;

/** Gives each sheet a name that no other has. Excel tells small letters from capitals no more than a reader would. */
export function sheetNamer(taken: readonly string[]): (wanted: string) => string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  return (wanted) => {
    let name = wanted.slice(0, LONGEST);
    for (let again = 2; names.has(name.toLowerCase()); again++) {
      const ending = `_${again}`;
      name = `${wanted.slice(0, LONGEST - ending.length)}${ending}`;
    }
    names.add(name.toLowerCase());
    return name;
  };
}
