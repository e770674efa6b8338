import { describe, expect, it } from "vitest";
import { postcodeIn } from "../../src/ingest/postcodes.ts";

describe("postcodeIn", () => {
  it("reads any case and any spaces, and gives the two halves", () => {
    for (const text of ["M1 1AE", "m11ae", " m1  1ae ", "M 1 1 A E"])
      expect(postcodeIn(text)).toEqual({ outward: "M1", inward: "1AE" });
    expect(postcodeIn("sw1a 2aa")).toEqual({ outward: "SW1A", inward: "2AA" });
    expect(postcodeIn("M11 1AE")).toEqual({ outward: "M11", inward: "1AE" });
  });
  it("gives nothing for what is no whole postcode", () => {
    for (const text of ["", "M1", "M1 1A", "11 1AE", "M1 AAE", "M1 1AE x", "MMM1 1AE"])
      expect(postcodeIn(text), text).toBeNull();
  });
});
