import { describe, expect, it } from "vitest";
import { parseBinding } from "../../src/markets/bound/binding.ts";

describe("a binding", () => {
  it.each([
    ["brent=2026-04", { series: "brent", from: undefined, to: "2026-04", measure: "value" }],
    [" brent=2026-04 ", { series: "brent", from: undefined, to: "2026-04", measure: "value" }],
    ["brent=2026-04 change", { series: "brent", from: undefined, to: "2026-04", measure: "change" }],
    ["us-cpi=2026-05 yoy", { series: "us-cpi", from: undefined, to: "2026-05", measure: "yoy" }],
    ["eur=2026-06-30  difference", { series: "eur", from: undefined, to: "2026-06-30", measure: "difference" }],
    ["gdp=2025-Q1..2026-Q1 change", { series: "gdp", from: "2025-Q1", to: "2026-Q1", measure: "change" }],
    ["brent=2025..2026 difference", { series: "brent", from: "2025", to: "2026", measure: "difference" }],
    ["brent=2025-07..2026-06 high", { series: "brent", from: "2025-07", to: "2026-06", measure: "high" }],
    ["brent=2025-07..2026-06 low", { series: "brent", from: "2025-07", to: "2026-06", measure: "low" }],
  ])("%s parses", (braces, binding) => {
    expect(parseBinding(braces)).toEqual(binding);
  });

  it.each([
    ["", "has no valid binding"],
    ["brent", "has no valid binding"],
    ["=2026-04", "has no valid binding"],
    ["brent=", "has no valid binding"],
    ["brent = 2026-04", "has no valid binding"],
    ["brent=2026-04 change yoy", "has no valid binding"],
    ["brent=2025..2026..2027 change", "has no valid binding"],
    ["brent=2025...2026 change", "has no valid binding"],
    ["brent=a=b", "has no valid binding"],
    ["brent=2026-04 chnge", "asks for `chnge`, which is not known"],
    ["brent=2026-04 value", "asks for `value`, which is not known"],
    ["brent=2026-04 high", "asks for the high of a single date"],
    ["brent=2026-04 low", "asks for the low of a single date"],
    ["brent=2025-07..2026-06", "names a span without a measure"],
    ["brent=2025-07..2026-06 yoy", "asks for yoy over a span, but yoy is always over twelve months"],
  ])("%j is rejected with a fix", (braces, message) => {
    expect(parseBinding(braces)).toEqual({ message, fix: expect.stringMatching(/^(?:write|add) /) });
  });
});
