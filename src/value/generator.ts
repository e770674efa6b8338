/**
 * Whole numbers from 0 to 2^32 - 1 by xoshiro128**, in 32-bit arithmetic alone, which every machine does alike.
 * Source: Blackman D, Vigna S (2021), doi:10.1145/3460772; reference code at prng.di.unimi.it.
 */
export function xoshiro(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = turned(d, 11);
    return result;
  };
}

const turned = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** A generator whose numbers hang on a name alone: FNV-1a of the name, spread over the state. */
export function seededBy(name: string): () => number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  // Finaliser of MurmurHash3 (Appleby A, public domain), over steps of the golden ratio.
  const word = (i: number): number => {
    let x = (hash + Math.imul(i, 0x9e3779b9)) | 0;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return x ^ (x >>> 16);
  };
  return xoshiro([word(1), word(2), word(3), word(4)]);
}

/** The places 0 to n - 1 in an order by chance (Fisher and Yates). */
export function shuffled(n: number, next: () => number): Uint32Array {
  const places = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor((next() / 4294967296) * (i + 1));
    const kept = places[i]!;
    places[i] = places[j]!;
    places[j] = kept;
  }
  return places;
}
