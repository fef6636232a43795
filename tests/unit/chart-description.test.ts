import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chartTable } from "../../src/markets/chart/chart-table.ts";
import { describeChart } from "../../src/markets/chart/describe-chart.ts";
import { readMarkets } from "../../src/node/ingest/markets/read-markets.ts";
import { LANGUAGE, sampleModel, sampleRequest, wanderingSeries } from "./chart-sample.ts";
import { sampleSeries } from "./sample-series.ts";

const MARKETS = join(import.meta.dirname, "../../_data/markets");
const shipped = await readMarkets(MARKETS, Date.now(), []);

type Request = Parameters<typeof sampleRequest>;
const descriptionOf = (...request: Request): string =>
  describeChart(sampleModel(...request), sampleRequest(...request), LANGUAGE);

const MONTHS = "January February March April May June July August September October November December".split(" ");
const monthOf = (date: string): string => `${MONTHS[Number(date.slice(5)) - 1]} ${date.slice(0, 4)}`;

describe("the description of a chart", () => {
  it.each(shipped.map((series) => [series.id, series] as const))("%s: agrees with the file of figures", (id, series) => {
    // Parsed and calculated without the code under test. A later line of a month revises it.
    const lines = readFileSync(join(MARKETS, `${id}.csv`), "utf8")
      .trim()
      .split("\n")
      .slice(1);
    const cells = new Map(lines.map((line) => [line.split(",")[0] ?? "", line.split(",")[1] ?? ""]));
    const known = [...cells].filter(([, value]) => value !== "").map(([date, value]) => ({ date, value: Number(value) }));
    const expected = (row: (typeof known)[number] | undefined): string => {
      const [whole = "", part] = (row?.value ?? Number.NaN).toFixed(series.decimals).split(".");
      return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${part === undefined ? "" : `.${part}`} (${monthOf(row?.date ?? "")})`;
    };
    const [lowest] = [...known].sort((a, b) => a.value - b.value);
    const [highest] = [...known].sort((a, b) => b.value - a.value);
    const description = descriptionOf([series]);
    expect(description).toContain(
      `First ${expected(known.at(0))}, last ${expected(known.at(-1))}, lowest ${expected(lowest)}, highest ${expected(highest)}.`,
    );
    const missing = [...cells].filter(([, value]) => value === "").map(([date]) => monthOf(date));
    expect(description.includes("not published")).toBe(missing.length > 0);
    for (const month of missing) expect(description).toContain(`${month} was not published.`);
  });

  const gapped = sampleSeries({
    "2025-08": 1.5,
    "2025-09": undefined,
    "2025-10": 2,
    "2025-11": undefined,
    "2025-12": undefined,
    "2026-01": 3,
  });

  it("starts with title, unit and frequency, and ends with gaps and notes", () => {
    expect(descriptionOf([gapped], { title: "Brent", annotations: [{ date: "2025-10", text: "talks begin" }] })).toBe(
      "Brent. US dollars a barrel, monthly. First 1.50 (August 2025), last 3.00 (January 2026), lowest 1.50 (August 2025), " +
        "highest 3.00 (January 2026). September 2025 and November 2025 to December 2025 were not published. " +
        "October 2025: talks begin.",
    );
  });

  it("names each of several lines, rebased as drawn", () => {
    const euro = sampleSeries({ "2026-01": 0.8, "2026-02": 0.9 }, { name: "Euro", unit: "euros per US dollar" });
    const yen = sampleSeries({ "2026-01": 160, "2026-02": 152 }, { name: "Yen", unit: "yen per US dollar" });
    expect(descriptionOf([euro, yen], { rebase: true })).toBe(
      "A chart. January 2026 = 100. " +
        "Euro: first 100.0 (January 2026), last 112.5 (February 2026), lowest 100.0 (January 2026), highest 112.5 (February 2026). " +
        "Yen: first 100.0 (January 2026), last 95.0 (February 2026), lowest 95.0 (February 2026), highest 100.0 (January 2026).",
    );
  });

  it("gives bars as signed changes, unknown ones included", () => {
    const series = sampleSeries({ "2026-01": 100, "2026-02": 110, "2026-03": undefined, "2026-04": 100, "2026-05": 95.5 });
    expect(descriptionOf([series], { type: "bars" })).toBe(
      "A chart. Change on the month before, per cent. First +10.0% (February 2026), last −4.5% (May 2026), " +
        "lowest −4.5% (May 2026), highest +10.0% (February 2026). March 2026 to April 2026 were not known.",
    );
  });

  it("counts gaps if there are too many to name", () => {
    const many = wanderingSeries("2020-01", 60, { gaps: [5, 10, 15, 20, 25, 30] });
    expect(descriptionOf([many])).toContain("and 2 further gaps were not published.");
  });
});

describe("the table of a chart", () => {
  it("has a row for every period", () => {
    const { rows, isWhole } = chartTable(sampleModel([sampleSeries({ "2026-05": 107.14, "2026-06": undefined })]), LANGUAGE);
    expect(isWhole).toBe(true);
    expect(rows).toEqual([
      { period: "May 2026", cells: ["107.14"] },
      { period: "June 2026", cells: ["not published"] },
    ]);
  });

  it("has a column for each line, signed changes, and rates in basis points", () => {
    const rate = sampleSeries({ "2026-01": 4.1, "2026-02": 4.35, "2026-03": 4.2 }, { unit: "per cent a year" });
    expect(chartTable(sampleModel([rate], { type: "bars" }), LANGUAGE).rows.map(({ cells }) => cells)).toEqual([
      ["+25 bp"],
      ["−15 bp"],
    ]);
    const two = sampleModel([rate, { ...rate, name: "Other", observations: rate.observations.slice(1) }]);
    expect(chartTable(two, LANGUAGE).rows.map(({ cells }) => cells)).toEqual([
      ["4.10", "not published"],
      ["4.35", "4.35"],
      ["4.20", "4.20"],
    ]);
  });

  it("of more than 120 periods has the last figure of each year", () => {
    const long = wanderingSeries("2015-01", 138, { gaps: [131, 137] });
    const { rows, isWhole } = chartTable(sampleModel([long]), LANGUAGE);
    expect(isWhole).toBe(false);
    expect(rows.map(({ period }) => period)).toEqual([
      ...[2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024].map((year) => `December ${year}`),
      "November 2025",
      "May 2026",
    ]);
    expect(chartTable(sampleModel([wanderingSeries("2015-01", 120)]), LANGUAGE).rows).toHaveLength(120);
  });
});
