import { expect, it } from "vitest";
import { xmlText } from "../../src/charts/draw/xml-text.ts";

it("writes > in text as XML must have it, and leaves tags alone", () => {
  expect(xmlText("<svg a=\"x > y\" b='>'><text>a ]]> b</text></svg>")).toBe(
    "<svg a=\"x > y\" b='>'><text>a ]]&gt; b</text></svg>",
  );
});
