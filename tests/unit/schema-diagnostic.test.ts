import { describe, expect, it } from "vitest";
import * as z from "zod";
import { chartBlockSchema } from "../../src/markets/chart/chart-block.ts";
import { seriesListSchema } from "../../src/markets/series.ts";
import { articleSchema } from "../../src/model/article.ts";
import { newsletterSchema } from "../../src/model/newsletter.ts";
import { pictureSchema } from "../../src/model/picture.ts";
import { redirectsSchema } from "../../src/model/redirects.ts";
import { siteSchema } from "../../src/model/site.ts";
import { staticPageSchema } from "../../src/model/static-page.ts";
import { authorsSchema, topicsSchema } from "../../src/model/taxonomy.ts";
import { schemaDiagnostics } from "../../src/node/ingest/yaml/schema-diagnostic.ts";

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  article: articleSchema({ sections: ["politics"], authors: ["jane"], topics: ["oil"], pictures: ["paris"] }),
  picture: pictureSchema,
  page: staticPageSchema,
  topics: topicsSchema,
  authors: authorsSchema,
  redirects: redirectsSchema,
  series: seriesListSchema,
  chart: chartBlockSchema(["brent"]),
  "chart of any series": chartBlockSchema(undefined),
  site: siteSchema,
  newsletter: newsletterSchema,
};

/** What to write instead, by field, for a value that does not satisfy a schema. */
function fixes(schema: z.ZodType | undefined, value: unknown): Readonly<Record<string, string>> {
  const issues = schema?.safeParse(value, { reportInput: true }).error?.issues ?? [];
  const diagnostics = issues.flatMap((issue) => schemaDiagnostics(issue, "a.yaml", schema ?? z.never(), () => 1));
  return Object.fromEntries(diagnostics.map(({ field = "file", fix }) => [field, fix]));
}

describe("what to write instead", () => {
  const SERIES = {
    ...{ id: "brent", name: "Brent crude", group: "energy", unit: "usd-per-barrel", decimals: 2, frequency: "monthly" },
    ...{ licence: "CC0", rise: "neither", method: "Monthly averages.", order: 1 },
  };

  it("depends on the schema, where two of them have a field of the same name", () => {
    expect(fixes(SCHEMAS.picture, { alt: "A port.", credit: "Jane", licence: "CC0" })).toEqual({
      source: "write the address the picture comes from, or `own work`",
    });
    expect(fixes(SCHEMAS.series, [SERIES])["0.source"]).toBe(
      "write `source:` and below it, indented, `name:` and `url:` of the institution that publishes the figures",
    );
    expect(fixes(SCHEMAS.article, {}).title).toBe("write a headline of up to 120 characters");
    expect(fixes(SCHEMAS.chart, { series: "brent" })).toEqual({ title: "write a title of up to 120 characters" });
    expect(fixes(SCHEMAS.page, {}).title).toBe("write a title of up to 120 characters");
  });

  it("is the nested field's own", () => {
    expect(fixes(SCHEMAS.series, [{ ...SERIES, source: { url: "eia.gov" } }])).toMatchObject({
      "0.source.name": "name the institution that publishes the figures",
      "0.source.url": "write the address where the institution publishes the figures",
    });
    const annotations = [{ date: "2026-04", text: "" }];
    expect(fixes(SCHEMAS.chart, { series: ["brent"], title: "Oil", annotations })).toEqual({
      "annotations.0.text": "write a few words, up to 40 characters",
    });
  });

  it("is that of the nearest field around it, where a nested one has none", () => {
    const picture = { alt: "A port.", credit: "Jane", licence: "CC0", source: "own work", focus: [0.5, "high"] };
    expect(fixes(SCHEMAS.picture, picture)).toEqual({
      "focus.1": "write two fractions, across and down, such as [0.5, 0.3]",
    });
  });
});

/** The paths of the fields that have no description, neither their own nor that of the list they are in. */
function undescribed(schema: unknown, path: string, isInDescribed = false): readonly string[] {
  if (!(schema instanceof z.ZodType)) return [];
  const isDescribed = isInDescribed || schema.description !== undefined;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return undescribed(schema.unwrap(), path, isDescribed);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, field]) => undescribed(field, `${path}.${key}`));
  }
  if (schema instanceof z.ZodArray) return undescribed(schema.element, `${path}.0`, isDescribed);
  if (schema instanceof z.ZodRecord) return undescribed(schema.valueType, `${path}.id`, isDescribed);
  // What to write into an enum is one of its values.
  return isDescribed || schema instanceof z.ZodEnum ? [] : [path];
}

it.each(Object.entries(SCHEMAS))("%s: every field says what to write", (name, schema) => {
  expect(undescribed(schema, name)).toEqual([]);
});
