import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DateTime } from "luxon";
import { beforeAll, describe, expect, it } from "vitest";
import settings from "../../_data/site.ts";
import { authorsSchema, topicsSchema } from "../../src/model/taxonomy.ts";
import { filesBelow } from "../../src/node/files/source-file.ts";
import { articleParser } from "../../src/node/ingest/content-parsers.ts";
import { readMarkets } from "../../src/node/ingest/markets/read-markets.ts";
import { readPictures } from "../../src/node/ingest/read-pictures.ts";
import { readTaxonomy } from "../../src/node/ingest/read-taxonomy.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CONTENT = join(ROOT, "src/content");
const BOUND = /\[([^[\]]*)\](?=\{[^{}]*=[^{}]*\})/g;

let parse: ReturnType<typeof articleParser>;
let stories: readonly { readonly file: string; readonly text: string }[];

beforeAll(async () => {
  const nowMs = DateTime.fromISO("2026-12-01T00:00:00Z").toMillis();
  const series = await readMarkets(join(ROOT, "_data/markets"), nowMs, []);
  const { names } = await readPictures(join(CONTENT, "pictures"), [], "en-GB");
  const known = {
    sections: new Map(settings.sections.map((section) => [section.id, section])),
    authors: await readTaxonomy(join(CONTENT, "authors.yaml"), authorsSchema, [], "en-GB"),
    topics: await readTaxonomy(join(CONTENT, "topics.yaml"), topicsSchema, [], "en-GB"),
    pictures: names,
    figures: { series: new Map(series.map((each) => [each.id, each])), asOfMs: nowMs, language: settings.language },
    nowMs,
  };
  parse = articleParser(known, settings);
  const files = await filesBelow(join(CONTENT, "articles"), [".md"]);
  stories = files.map((file) => ({ file, text: readFileSync(file, "utf8") })).filter(({ text }) => text.includes("]{"));
});

/** Changes the digit at a position; returns the text and the line of the position. */
function misprinted(text: string, at: number): { readonly text: string; readonly line: number } {
  const digit = (Number(text[at]) + 1) % 10;
  return { text: text.slice(0, at) + digit + text.slice(at + 1), line: text.slice(0, at).split("\n").length };
}

describe("the figures of the shipped stories", () => {
  it("are bound in at least ten stories, all correctly", () => {
    expect(stories.length).toBeGreaterThanOrEqual(10);
    for (const story of stories) expect(parse(story).diagnostics).toEqual([]);
    expect(stories.flatMap(({ text }) => [...text.matchAll(BOUND)]).length).toBeGreaterThan(250);
  });

  it("fail the build with file and line if any digit is changed", () => {
    for (const { file, text } of stories) {
      for (const { index, 1: shown = "" } of text.matchAll(BOUND)) {
        for (const { index: within } of shown.matchAll(/\d/g)) {
          const wrong = misprinted(text, index + 1 + within);
          const { diagnostics } = parse({ file, text: wrong.text });
          expect(diagnostics, `${file}:${wrong.line}`).toEqual([
            expect.objectContaining({
              file,
              line: wrong.line,
              message: expect.stringContaining("does not match the data, which says"),
            }),
          ]);
        }
      }
    }
  });

  it("name their series, so that the page of a series can list the stories", () => {
    const series = new Map(stories.map((story) => [parse(story).value?.slug, parse(story).value?.series]));
    expect(series.get("three-years-of-brent")).toEqual(["brent"]);
    expect(series.get("the-rupee-since-2023")).toEqual(["cny", "inr", "jpy", "krw"]);
    expect(series.get("the-yen-at-one-hundred-and-sixty")).toEqual(["eur", "inr", "jpy", "krw"]);
  });
});
