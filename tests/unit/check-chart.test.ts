import { describe, expect, it } from "vitest";
import { checkChart } from "../../src/markets/chart/check-chart.ts";
import { sampleModel, sampleRequest, wanderingSeries } from "./chart-sample.ts";

const brent = wanderingSeries("2025-01", 12);
const yen = wanderingSeries("2025-01", 12, { name: "Yen", unit: "yen per US dollar", gaps: [0] });

describe("a chart that cannot be drawn is rejected:", () => {
  it.each([
    ["no series", sampleRequest([]), "series"],
    ["six lines", sampleRequest(Array.from({ length: 6 }, () => brent)), "series"],
    ["two frequencies", sampleRequest([brent, wanderingSeries("2025-01-01", 12, { frequency: "daily" })]), "series"],
    ["two units on one axis", sampleRequest([brent, yen]), "series"],
    ["areas of two series", sampleRequest([brent, brent], { type: "area" }), "type"],
    ["bars of two series", sampleRequest([brent, brent], { type: "bars" }), "type"],
    ["bars rebased", sampleRequest([brent], { type: "bars", rebase: true }), "rebase"],
    ["no figure in the span", sampleRequest([brent], { from: "2030-01", to: "2030-12" }), "from"],
    ["bars of one figure", sampleRequest([brent], { type: "bars", from: "2025-01", to: "2025-01" }), "from"],
    ["a first period without figure, rebased", sampleRequest([brent, yen], { rebase: true }), "rebase"],
    ["series that begin apart, rebased", sampleRequest([brent, wanderingSeries("2025-03", 10)], { rebase: true }), "rebase"],
  ])("%s", (_, request, field) => {
    expect(checkChart(request)).toMatchObject({ field });
    expect(() => sampleModel(request.series, request)).toThrow("cannot be drawn");
  });

  it("other charts are accepted", () => {
    for (const type of ["line", "area", "bars"] as const) expect(checkChart(sampleRequest([brent], { type }))).toBeUndefined();
    const from = "2025-02";
    expect(checkChart(sampleRequest([brent, yen], { rebase: true, from }))).toBeUndefined();
    expect(checkChart(sampleRequest(Array.from({ length: 5 }, () => brent)))).toBeUndefined();
  });
});
