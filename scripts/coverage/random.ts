/** Random numbers in [0, 1). */
export type Random = () => number;

/**
 * Chris Doty-Humphrey's sfc32, from PractRand 0.94 (pracrand.sourceforge.net): a small fast chaotic generator with a
 * counter, so that no cycle is shorter than 2^32. It uses whole numbers of 32 bits only: the same on every machine.
 * Each triple of seeds gives a stream of its own. Numbers have 53 random bits.
 */
export function sfc32(seed: number, stream: number, part: number): Random {
  let a = seed | 0;
  let b = stream | 0;
  let c = part | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // PractRand mixes twelve times; close seeds need a little more.
  for (let i = 0; i < 20; i++) next();
  return () => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}
