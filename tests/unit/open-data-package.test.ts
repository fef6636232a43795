import { describe, expect, it } from "vitest";
import type { MarketSeries } from "../../src/markets/markets.ts";
import { FREQUENCIES } from "../../src/markets/period.ts";
import { siteSchema } from "../../src/model/site.ts";
import { dataPackage } from "../../src/syndication/open-data/data-package.ts";
import { seriesCsv } from "../../src/syndication/open-data/series-csv.ts";
import { anyObservations, marketSeries, REVISED } from "./open-data-sample.ts";
import { CALENDAR, POLITICS } from "./sample-story.ts";
import { descriptorErrors, readTable } from "./tabular-package.ts";

const SITE = siteSchema.parse({
  name: "The Paper",
  tagline: "News",
  description: "News.",
  address: "https://example.org/news",
  sections: [POLITICS],
  ...CALENDAR,
});

const described = (...series: readonly MarketSeries[]) => JSON.parse(dataPackage(series, SITE));

describe("the data package", () => {
  it("conforms to its profile, and every row to the schema of its file, for every frequency", () => {
    const all = FREQUENCIES.map((frequency) => marketSeries(anyObservations(frequency), { id: frequency, frequency }));
    const descriptor = described(...all);
    expect(descriptorErrors(descriptor)).toEqual([]);
    for (const [index, series] of all.entries()) {
      const rows = readTable(seriesCsv(series), descriptor.resources[index].schema);
      const observed = series.observations.flatMap(({ date, value, vintages = [{ value }] }) =>
        vintages.map((vintage) => [date, vintage.value]),
      );
      expect(rows.map(({ date, value }) => [date, value])).toEqual(observed);
    }
  });

  it.each([
    ["daily", { type: "date", constraints: { required: true } }],
    ["weekly", { type: "date", constraints: { required: true } }],
    ["monthly", { type: "yearmonth", constraints: { required: true } }],
    ["quarterly", { type: "string", constraints: { required: true, pattern: "[0-9]{4}-Q[1-4]" } }],
    ["annual", { type: "year", constraints: { required: true } }],
  ] as const)("has the type of a %s date", (frequency, field) => {
    const date = { daily: "2026-05-04", weekly: "2026-05-04", monthly: "2026-05", quarterly: "2026-Q1", annual: "2025" }[
      frequency
    ];
    const [resource] = described(marketSeries([{ date, value: 1 }], { frequency })).resources;
    expect(resource.schema.fields[0]).toMatchObject({ name: "date", ...field });
    expect(resource.schema).toMatchObject({ primaryKey: "date", missingValues: [""] });
  });

  it("has a column for vintages if there are any, and then no primary key, which could not be empty", () => {
    const { schema } = described(marketSeries(REVISED)).resources[0];
    expect(schema.fields.map(({ name, type }: Record<string, string>) => [name, type])).toEqual([
      ["date", "yearmonth"],
      ["value", "number"],
      ["vintage", "date"],
    ]);
    expect(schema).not.toHaveProperty("primaryKey");
  });

  it("has the source and licence of each series, and a licence of its own only if all have open ones", () => {
    const licences = ["CC0 1.0", "CC BY 4.0", "By permission"];
    const series = licences.map((licence) => marketSeries(REVISED, { id: licence.length.toString(), licence }));
    const descriptor = described(...series);
    expect(descriptor).not.toHaveProperty("licenses");
    const [zero, attribution, permission] = descriptor.resources;
    expect(zero.licenses).toEqual([
      { name: "CC0-1.0", path: "https://creativecommons.org/publicdomain/zero/1.0/", title: "CC0 1.0" },
    ]);
    expect(zero.sources).toEqual([{ title: "Energy & Co", path: "https://example.org/oil" }]);
    expect(attribution.licenses).toMatchObject([{ name: "CC-BY-4.0" }]);
    expect(permission).not.toHaveProperty("licenses");
    expect(permission.description).toBe("The average over a month. Licence: By permission.");
    expect(described(...series.slice(0, 2)).licenses).toMatchObject([{ name: "CC0-1.0" }, { name: "CC-BY-4.0" }]);
  });

  it("has a homepage if the site has an address", () => {
    expect(described(marketSeries(REVISED)).homepage).toBe("https://example.org/news/data/");
    const { address: _, ...homeless } = SITE;
    expect(JSON.parse(dataPackage([marketSeries(REVISED)], homeless))).not.toHaveProperty("homepage");
  });
});
