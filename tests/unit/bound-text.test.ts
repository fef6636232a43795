import { expect, it } from "vitest";
import { stripBindings } from "../../src/model/body.ts";
import { bindText, plainField } from "../../src/node/ingest/bound-figures/bind-text.ts";
import { sampleFigureContext, sampleSeries } from "./sample-series.ts";

const FIGURES = sampleFigureContext([sampleSeries({ "2026-04": 117.29, "2026-05": 107.14 })]);

function bind(written: string) {
  const diagnostics: string[] = [];
  const { text, bound } = bindText(written, ["keyPoints", 1], FIGURES, (path, message, fix) => {
    diagnostics.push(`${path.join(".")}: ${message} → ${fix}`);
  });
  return { text, diagnostics, series: bound.map(({ series }) => series.id) };
}

it("bindings are stripped from a plain text", () => {
  expect(stripBindings("From [117.29]{brent=2026-04} to [8.7 per cent]{brent=2026-05 change} [sic] {so}")).toBe(
    "From 117.29 to 8.7 per cent [sic] {so}",
  );
});

it("figures in key points are checked against their series and shown as plain text", () => {
  expect(bind("Brent's [117.29]{brent=2026-04}, then [8.7 per cent]{brent=2026-05 change} less.")).toEqual({
    text: "Brent’s 117.29, then 8.7 per cent less.",
    diagnostics: [],
    series: ["brent", "brent"],
  });
});

it("a wrong figure in a key point is reported with its field", () => {
  expect(bind("At [117.28]{brent=2026-04}.").diagnostics).toEqual([
    "keyPoints.1: `[117.28]{brent=2026-04}` does not match the data, which says 117.29 → write 117.29",
  ]);
  expect(bind("At [117.29]{brent}.").diagnostics).toEqual([
    expect.stringMatching(/^keyPoints\.1: `\[117\.29\]\{brent\}` has no valid binding → write \{SERIES=DATE\}/),
  ]);
});

it("braces without a binding are reported", () => {
  expect(bind("At 117.29 {brent=2026-04}.").diagnostics).toEqual([
    "keyPoints.1: contains `{brent=2026-04}`, which binds no figure → write it directly behind a figure in brackets, such as [117.29]{brent=2026-04}; to show it as it is, write `\\{brent=2026-04}` (`\\\\{brent=2026-04}` between double quotation marks)",
  ]);
  expect(bind("A set {a, b} has two.").diagnostics).toEqual([]);
});

it("figures cannot be bound in headlines and captions", () => {
  const diagnostics: string[] = [];
  const read = (text: string) =>
    plainField(text, ["picture", "alt"], "en-GB", (path, message, fix) => {
      diagnostics.push(`${path.join(".")}: ${message} → ${fix}`);
    });
  read("Oil at [117.29]{brent=2026-04}");
  expect(read("Oil {again}")).toBe("Oil {again}");
  expect(diagnostics).toEqual([
    expect.stringMatching(/^picture\.alt: contains `\]\{brent=2026-04\}`, which binds no figure → bind the figure in the text/),
  ]);
});
