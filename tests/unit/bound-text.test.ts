import { expect, it } from "vitest";
import { asRead } from "../../src/model/body.ts";
import { bindText, refuseBinding } from "../../src/node/ingest/bound-figures/bind-texts.ts";
import { sampleDesk } from "./sample-desk.ts";
import { sampleSeries } from "./sample-series.ts";

const DESK = sampleDesk([sampleSeries({ "2026-04": 117.29, "2026-05": 107.14 })]);

function bind(written: string) {
  const faults: string[] = [];
  const { text, bound } = bindText(written, ["keyPoints", 1], DESK, (path, problem, remedy) => {
    faults.push(`${path.join(".")}: ${problem} → ${remedy}`);
  });
  return { text, faults, series: bound.map(({ series }) => series.id) };
}

it("a plain text is read without what its figures are bound to", () => {
  expect(asRead("From [117.29]{brent=2026-04} to [8.7 per cent]{brent=2026-05 change} [sic] {so}")).toBe(
    "From 117.29 to 8.7 per cent [sic] {so}",
  );
});

it("the figures of a key point are held against their series, and shown as plain text", () => {
  expect(bind("Brent's [117.29]{brent=2026-04}, then [8.7 per cent]{brent=2026-05 change} less.")).toEqual({
    text: "Brent’s 117.29, then 8.7 per cent less.",
    faults: [],
    series: ["brent", "brent"],
  });
});

it("a wrong figure in a key point is a fault of that field", () => {
  expect(bind("At [117.28]{brent=2026-04}.").faults).toEqual([
    "keyPoints.1: `[117.28]{brent=2026-04}` is written where the data says 117.29 → write 117.29",
  ]);
  expect(bind("At [117.29]{brent}.").faults).toEqual([
    expect.stringMatching(/^keyPoints\.1: `\[117\.29\]\{brent\}` is bound to nothing → write \{SERIES=DATE\}/),
  ]);
});

it("braces that bind nothing are no text", () => {
  expect(bind("At 117.29 {brent=2026-04}.").faults).toEqual([
    "keyPoints.1: holds `{brent=2026-04}`, which binds no figure → write it right behind a figure in brackets, such as [117.29]{brent=2026-04}",
  ]);
  expect(bind("A set {a, b} has two.").faults).toEqual([]);
});

it("a headline or caption binds no figure", () => {
  const faults: string[] = [];
  refuseBinding("Oil at [117.29]{brent=2026-04}", ["title"], (path, problem) => faults.push(`${path.join(".")}: ${problem}`));
  refuseBinding(undefined, ["picture", "alt"], (path, problem) => faults.push(`${path.join(".")}: ${problem}`));
  refuseBinding("Oil {again}", ["picture", "alt"], (path, problem) => faults.push(`${path.join(".")}: ${problem}`));
  expect(faults).toEqual(["title: holds `]{brent=2026-04}`, which binds no figure here"]);
});
