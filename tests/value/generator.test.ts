import { expect, it } from "vitest";
import { seededBy, shuffled, xoshiro } from "../../src/value/generator.ts";

it("gives the numbers of the authors' reference code from the state 1, 2, 3, 4", () => {
  const next = xoshiro([1, 2, 3, 4]);
  // Blackman and Vigna's xoshiro128starstar.c 1.1; the same are the test vector of Rust's rand_xoshiro.
  expect(Array.from({ length: 10 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

it("hangs on the name alone", () => {
  const taken = (name: string) => Array.from({ length: 5 }, seededBy(name));
  expect(taken("a programme")).toEqual(taken("a programme"));
  expect(taken("a programme")).not.toEqual(taken("another programme"));
});

it("has every place once in an order by chance, no place kept by rule", () => {
  const order = shuffled(1000, seededBy("order"));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  // About one place stays where it was.
  expect([...order].filter((place, i) => place === i).length).toBeLessThan(6);
});
