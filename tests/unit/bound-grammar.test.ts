import { describe, expect, it } from "vitest";
import { parseBinding } from "../../src/markets/bound/bound-grammar.ts";

describe("braces behind a figure", () => {
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
  ])("%s name a figure", (braces, binding) => {
    expect(parseBinding(braces)).toEqual(binding);
  });

  it.each([
    ["", "is bound to nothing"],
    ["brent", "is bound to nothing"],
    ["=2026-04", "is bound to nothing"],
    ["brent=", "is bound to nothing"],
    ["brent = 2026-04", "is bound to nothing"],
    ["brent=2026-04 change yoy", "is bound to nothing"],
    ["brent=2025..2026..2027 change", "is bound to nothing"],
    ["brent=2025...2026 change", "is bound to nothing"],
    ["brent=a=b", "is bound to nothing"],
    ["brent=2026-04 chnge", "asks for `chnge`, which is not known"],
    ["brent=2026-04 value", "asks for `value`, which is not known"],
    ["brent=2026-04 high", "asks for the high of a single date"],
    ["brent=2026-04 low", "asks for the low of a single date"],
    ["brent=2025-07..2026-06", "names a span, and not what of it is meant"],
    ["brent=2025-07..2026-06 yoy", "asks for yoy over a span, though it is always over twelve months"],
  ])("%j name none, which is told with a remedy", (braces, problem) => {
    expect(parseBinding(braces)).toEqual({ problem, remedy: expect.stringMatching(/^(?:write|add) /) });
  });
});
