/** A positive number to any power, by logarithm, as `**` is not in every version of V8. */
export const toThePower = (base: number, exponent: number): number => Math.exp(exponent * Math.log(base));
