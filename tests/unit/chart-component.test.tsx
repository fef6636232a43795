import { brotliCompressSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { Chart, readoutData } from "../../_includes/components/chart/Chart.tsx";
import { Sparkline } from "../../_includes/components/chart/Sparkline.tsx";
import { parseChartData } from "../../src/browser/charts/chart-data.ts";
import type { ChartRequest } from "../../src/markets/chart/chart-request.ts";
import { drawChart } from "../../src/markets/chart/draw-chart.ts";
import { formatReadout } from "../../src/markets/chart/value-format.ts";
import { LANGUAGE, sampleModel, sampleRequest, wanderingSeries } from "./chart-sample.ts";
import { sampleSeries } from "./sample-series.ts";

const KIB = 1024;

const brent = sampleSeries({ "2026-03": 103.13, "2026-04": undefined, "2026-05": 107.14, "2026-06": 85.4 });
const other = { ...brent, name: "Other", source: { name: "Another bureau", url: "https://example.org/" } };

function html(request: ChartRequest, id = "chart_1"): string {
  return render(<Chart request={request} language={LANGUAGE} id={id} />);
}

describe("a chart in a page", () => {
  const request = sampleRequest([brent, other], { title: "Brent & <others>", note: "Averages." });

  it("has its title, measure, sources and note", () => {
    const text = html(request)
      .replace(/<svg.*<\/svg>/s, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ");
    for (const part of ["Brent &amp; &lt;others>", "US dollars a barrel, monthly", "Averages."]) expect(text).toContain(part);
    expect(text).toContain("Sources: US Energy Information Administration; Another bureau");
    expect(html(sampleRequest([brent]))).toContain("Source: US Energy Information Administration<");
  });

  it("has its figures as a collapsed table", () => {
    const [details = ""] = html(request).match(/<details.*<\/details>/s) ?? [];
    const rows = [...details.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
      row
        .replace(/<[^>]+>/g, "|")
        .split(/\|+/)
        .filter(Boolean),
    );
    expect(rows).toEqual([
      ["Period", "Brent crude oil", "Other"],
      ["March 2026", "103.13", "103.13"],
      ["April 2026", "not published", "not published"],
      ["May 2026", "107.14", "107.14"],
      ["June 2026", "85.40", "85.40"],
    ]);
    expect(details.match(/scope="row"/g)).toHaveLength(4);
    expect(details.match(/scope="col"/g)).toHaveLength(3);
  });

  it("says if its table is abridged", () => {
    expect(html(sampleRequest([wanderingSeries("2010-01", 121)]))).toContain("the last figure of each year, and the latest");
    expect(html(request)).not.toContain("the last figure of each year");
  });

  it("is valid, without inline styles, and its ids have its own as prefix", async () => {
    const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
    for (const type of ["line", "area", "bars"] as const) {
      const annotations = [{ date: "2026-05", text: "something" }];
      const markup = html(sampleRequest([brent], { type, annotations }), "place_2");
      const { results } = await validator.validateString(`<main>${markup}</main>`);
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`))).toEqual([]);
      expect(markup).not.toMatch(/ style=|NaN|undefined|Infinity/);
      for (const [, id = ""] of markup.matchAll(/ (?:id|aria-labelledby)="([^"]+)"/g)) expect(id).toMatch(/^place_2/);
    }
  });

  it("has one SVG, labelled with its description", () => {
    const markup = html(sampleRequest([brent]));
    expect(markup.match(/role="img"/g)).toHaveLength(1);
    expect(markup).toMatch(/role="img" aria-label="A chart\. US dollars a barrel.*April 2026 was not published\."/);
  });

  it("of 10,000 observations is at most 14 KiB in three ranges", () => {
    const long = wanderingSeries("1999-07-01", 10_000, { frequency: "daily" });
    const dates = [0, 8_905, 9_635].map((index) => long.observations[index]?.date ?? "");
    const charts = dates.map((from, index) => html(sampleRequest([long], { from }), `chart_${index}`)).join("");
    expect(brotliCompressSync(charts).length).toBeLessThanOrEqual(14 * KIB);
  });
});

describe("the data attributes of a chart", () => {
  const roundTrip = (...request: Parameters<typeof sampleRequest>) => {
    const chart = sampleModel(...request);
    const drawing = drawChart(chart, sampleRequest(...request), LANGUAGE);
    const { "data-figures": figures = "", "data-names": names = "", "data-words": words = "" } = readoutData(chart, drawing);
    return { chart, drawing, data: parseChartData({ figures, names, words }) };
  };

  it("have the figures, positions and wording of the drawing", () => {
    const { drawing, data } = roundTrip([brent]);
    const expected = data.points.map((point) =>
      formatReadout({ ...point, frequency: "monthly", names: data.names }, data.format, LANGUAGE),
    );
    expect(expected).toEqual([
      "March 2026: 103.13 US dollars a barrel",
      "April 2026: not published",
      "May 2026: 107.14 US dollars a barrel",
      "June 2026: 85.40 US dollars a barrel",
    ]);
    const [end] = drawing.marks;
    expect(data.points.at(-1)).toMatchObject({ xPercent: end?.xPercent, ysPx: [expect.closeTo(end?.yPx ?? 0)] });
    expect(data.points[1]?.ysPx).toEqual([undefined]);
  });

  it("name each of several lines", () => {
    const { data } = roundTrip([brent, { ...other, observations: other.observations.slice(1) }]);
    const [first] = data.points.map((point) =>
      formatReadout({ ...point, frequency: "monthly", names: data.names }, data.format, LANGUAGE),
    );
    expect(first).toBe("March 2026: Brent crude oil 103.13, Other not published");
  });

  it("have signed changes for bars, positioned in the middle of each", () => {
    const { data } = roundTrip([brent], { type: "bars" });
    const expected = data.points.map((point) =>
      formatReadout({ ...point, frequency: "monthly", names: data.names }, data.format, LANGUAGE),
    );
    expect(expected).toEqual(["April 2026: not known", "May 2026: not known", "June 2026: −20.3%"]);
    expect(data.points[0]?.xPercent).toBeCloseTo((15 / 91) * 100);
  });

  it("include zeros", () => {
    const { data } = roundTrip([sampleSeries({ "2026-01": 0, "2026-02": 1 })]);
    expect(data.points[0]).toMatchObject({ values: [0], ysPx: [expect.any(Number)] });
  });

  it("of a long series have only the periods drawn", () => {
    const { data, drawing } = roundTrip([wanderingSeries("1999-07-01", 10_000, { frequency: "daily" })]);
    expect(data.points).toHaveLength(drawing.drawn.length);
    expect(data.points.at(-1)?.xPercent).toBe(100);
  });
});

it("a sparkline is hidden from assistive technology", () => {
  const markup = render(<Sparkline observations={brent.observations} />);
  expect(markup).toMatch(/^<svg class="sparkline" [^>]*aria-hidden="true"><path d="M0,/);
  expect(markup).not.toContain("style=");
});
