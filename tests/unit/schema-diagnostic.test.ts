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
import { parseYaml } from "../../src/node/ingest/yaml/parse-yaml.ts";
import { schemaDiagnostics } from "../../src/node/ingest/yaml/schema-diagnostic.ts";

const NOW_MS = Date.parse("2026-02-01T12:00:00Z");

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  article: articleSchema({ sections: ["politics"], authors: ["jane"], topics: ["oil"], pictures: ["paris"] }, NOW_MS),
  "article of any author": articleSchema(
    { sections: ["politics"], authors: undefined, topics: undefined, pictures: ["paris"] },
    NOW_MS,
  ),
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

describe("a comment behind an unquoted value", () => {
  const refused = (name: string, text: string): readonly (string | undefined)[] => {
    const parsed = parseYaml({ file: "a.yaml", text, linesBefore: 0 }, SCHEMAS[name] ?? z.never());
    return "value" in parsed ? [] : parsed.diagnostics.filter(({ message }) => /comment/.test(message)).map(({ field }) => field);
  };

  it.each<[string, string, readonly string[]]>([
    [
      "article",
      "title: A #1\nstandfirst: A #1\nsection: politics # moved\npublished: 2026-01-07T09:30:00-05:00 # moved\nauthors:\n  - jane # again\ntopics: [oil # first\n  ]\npicture:\n  file: paris # new\n  caption: A #1\n  alt: A #1\nkeyPoints:\n  - A #1\ncorrections:\n  - date: 2026-01-07T09:30:00-05:00 # noon\n    text: A #1\ndraft: true # until noon\n",
      ["title", "standfirst", "picture.caption", "picture.alt", "keyPoints.0", "corrections.0.text"],
    ],
    ["article of any author", "authors:\n  - jane # again\ntopics:\n  - oil # first\n", []],
    [
      "picture",
      "alt: A #1\ncaption: A #1\ncredit: A #1\nlicence: A #1\nsource: https://www.example.org/ # May\nfocus: [1, 1] # top\n",
      ["alt", "caption", "credit", "licence"],
    ],
    ["picture", "source: own work # mine\nfocus: [1, # right\n  1] # top\n", []],
    ["page", "title: A #1\ndescription: A #1\n", ["title", "description"]],
    ["topics", "oil: # the commodity\n  name: A #1\n  description: A #1\n", ["oil.name", "oil.description"]],
    ["authors", "jane:\n  name: A #1\n  description: A #1\n  kind: desk # still\n", ["jane.name", "jane.description"]],
    ["redirects", "- from: /a/ # old\n  to: /b/ # new\n", []],
    [
      "series",
      "- id: brent # oil\n  name: A #1\n  label: A #1\n  unit: points # index\n  decimals: 2 # cents\n  source: # of figures\n    name: A #1\n    url: https://www.example.org/ # now\n  fetch:\n    from: fred # since May\n    code: EX # daily\n  licence: A #1\n  method: A #1\n",
      ["0.name", "0.label", "0.source.name", "0.licence", "0.method"],
    ],
    ...["chart", "chart of any series"].map((name): [string, string, readonly string[]] => [
      name,
      "series: brent # oil\nfrom: 2024-01 # start\nto: 2024-02 # end\ntype: line # or area\nrebase: true # to 100\ntitle: A #1\nnote: A #1\nannotations:\n  - date: 2024-01 # start\n    text: A #1\n",
      ["title", "note", "annotations.0.text"],
    ]),
  ])("is refused in the texts of %s, not in ids, dates and addresses", (name, text, fields) => {
    expect(refused(name, text)).toEqual(fields);
  });
});
