import { describe, expect, it } from "vitest";
import type { Series } from "../../src/markets/series.ts";
import { bindFigure } from "../../src/node/ingest/bound-figures/bind-figures.ts";
import { sampleFigureContext, sampleSeries } from "./sample-series.ts";

const BRENT = sampleSeries({ "2025-05": 64.45, "2025-06": 71.44, "2026-04": 117.29, "2026-05": 107.14, "2026-06": 85.4 });

describe("a revised figure", () => {
  const REVISED: Series = {
    ...BRENT,
    observations: [
      { date: "2026-03", value: 100 },
      {
        date: "2026-04",
        value: 119.5,
        vintages: [
          { since: undefined, value: 117.29 },
          { since: "2026-08-03", value: 117.35 },
          { since: "2026-09-01", value: 119.5 },
        ],
      },
      { date: "2026-05", value: 107.14 },
    ],
  };
  const bind = (text: string, braces: string, published: string, edition = published) =>
    bindFigure(text, braces, sampleFigureContext([REVISED], published, edition));
  const noteOf = (...quotation: Parameters<typeof bind>): string | undefined => {
    const result = bind(...quotation);
    return result && ("message" in result ? `${result.message} → ${result.fix}` : result.revision?.sentence);
  };

  it("keeps the value reported, with a note of the current one", () => {
    expect(noteOf("117.29", "brent=2026-04", "2026-07-08", "2026-08-02")).toBeUndefined();
    expect(noteOf("117.29", "brent=2026-04", "2026-07-08", "2026-08-03")).toBe(
      "117.29 was first reported for Brent crude oil in April 2026; it has since been revised to 117.35 (published 3 August 2026).",
    );
    expect(noteOf("$117.29", "brent=2026-04", "2026-07-08", "2027-01-01")).toBe(
      "$117.29 was first reported for Brent crude oil in April 2026; it has since been revised to $119.50 (published 1 September 2026).",
    );
  });

  it("has no note if the revision does not show at the quoted decimals", () => {
    expect(noteOf("117", "brent=2026-04", "2026-07-08", "2026-08-03")).toBeUndefined();
    expect(noteOf("117", "brent=2026-04", "2026-07-08", "2026-09-01")).toMatch(
      /revised to 120 \(published 1 September 2026\)\.$/,
    );
  });

  it("may be quoted as known at publication or earlier", () => {
    expect(noteOf("117.35", "brent=2026-04", "2026-08-03")).toBeUndefined();
    expect(noteOf("117.35", "brent=2026-04", "2026-08-03", "2026-09-01")).toMatch(
      /^117\.35 was reported for .* revised to 119\.50 /,
    );
    expect(noteOf("117.29", "brent=2026-04", "2026-08-03")).toMatch(/^117\.29 was first reported .* revised to 117\.35 /);
    expect(noteOf("117.35", "brent=2026-04", "2026-08-02")).toBe("does not match the data, which says 117.29 → write 117.29");
    expect(noteOf("119.50", "brent=2026-04", "2026-08-03")).toBe("does not match the data, which says 117.35 → write 117.35");
  });

  it("revises the changes and extremes calculated from it", () => {
    expect(noteOf("17.3 per cent", "brent=2026-04 change", "2026-07-08", "2026-09-01")).toBe(
      "17.3 per cent was first reported for the change in Brent crude oil from March 2026 to April 2026; it has since been revised to 19.5 per cent (published 1 September 2026).",
    );
    expect(noteOf("117.29", "brent=2026-03..2026-05 high", "2026-07-08", "2026-09-01")).toMatch(
      /^117\.29 was first reported for the high of Brent crude oil from March 2026 to May 2026; /,
    );
  });

  it("has a note if a change has reversed or a figure was withdrawn", () => {
    const vintages = [{ since: undefined, value: 101 } as const];
    const turned: Series = {
      ...BRENT,
      observations: [
        { date: "2026-03", value: 100 },
        { date: "2026-04", value: 99, vintages: [...vintages, { since: "2026-08-03", value: 99 }] },
        { date: "2026-05", value: undefined, vintages: [...vintages, { since: "2026-08-04", value: undefined }] },
      ],
    };
    const context = sampleFigureContext([turned], "2026-07-08", "2026-09-01");
    const note = (text: string, braces: string) => bindFigure(text, braces, context);
    expect(note("1 per cent", "brent=2026-04 change")).toMatchObject({
      revision: { sentence: expect.stringContaining("revised to −1 per cent (published 3 August 2026).") },
    });
    expect(note("101", "brent=2026-05")).toMatchObject({
      revision: {
        sentence:
          "101 was first reported for Brent crude oil in May 2026; it has since been withdrawn (published 4 August 2026).",
      },
    });
  });

  it("in a story dated in the future is checked against all figures", () => {
    expect(noteOf("119.50", "brent=2026-04", "2027-01-01", "2026-07-08")).toBeUndefined();
    expect(noteOf("117.30", "brent=2026-04", "2027-01-01", "2026-07-08")).toMatch(/data, which says 119\.50/);
  });
});
