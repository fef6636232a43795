import { describe, expect, it } from "vitest";
import { chartRequest } from "../../src/markets/chart/chart-block.ts";
import { chartModel } from "../../src/markets/chart/chart-model.ts";
import { buildMarkets } from "../../src/markets/markets.ts";
import type { Series } from "../../src/markets/series.ts";
import { articleParser } from "../../src/node/ingest/content-parsers.ts";
import { between, chance, type Random, seededRandom, several } from "../bench/archive/random.ts";
import { sampleFigureContext, sampleSeries } from "./sample-series.ts";
import { CALENDAR, POLITICS, taxonomyTerm } from "./sample-story.ts";

const SERIES: readonly Series[] = [
  sampleSeries({ "2026-02": 70.89, "2026-03": undefined, "2026-04": 117.29, "2026-05": 0, "2026-06": -85.4 }),
  sampleSeries(
    { "2025-06-27": 1, "2026-06-26": 2, "2026-06-29": 3 },
    { id: "spot", frequency: "daily", unit: "per cent a year" },
  ),
  sampleSeries({ "2025-Q4": 1, "2026-Q1": 2 }, { id: "gdp", frequency: "quarterly" }),
  sampleSeries({ "2024": 1, "2025": 2 }, { id: "cpi-1982", frequency: "annual", unit: "index, 1982–84 = 100" }),
];
const FIGURES = sampleFigureContext(SERIES);
const MARKETS = buildMarkets(SERIES, FIGURES.asOfMs);
const parse = articleParser(
  {
    sections: new Map([["politics", POLITICS]]),
    authors: new Map([["desk", taxonomyTerm("desk")]]),
    topics: new Map(),
    pictures: new Set(["paris"]),
    figures: FIGURES,
    nowMs: FIGURES.asOfMs,
  },
  CALENDAR,
);

/** Some stories have errors in their front matter as well. */
const ERROR_EVERY = 20;
const HEAD = "---\ntitle: T\nstandfirst: S\nsection: politics\npublished: 2026-07-08T12:00:00Z\nauthors: [desk]\n";

function pick(random: Random, kinds: readonly (readonly string[])[]): string {
  const kind = kinds[between(random, 0, kinds.length - 1)] ?? [];
  return kind[between(random, 0, kind.length - 1)] ?? "";
}

const DATES = ["2026-04", "2026-05", "2026-06", "2026-6", "2026-99", "2026-06-29", "2026-02-31", "2026-Q1", "2025", "0", "-1"];
const IDS = ["brent", "spot", "gdp", "cpi-1982", "brant", "__proto__", "constructor", "", "BRENT", "brent,spot"];
const BINDING = [
  IDS,
  DATES,
  ["=", "..", "=2026-04", "brent=", "spot=2025-06-27..", "brent=2026-04..2026-06"],
  [" change", " yoy", " high", " low", " difference", " chnge", " value", "  ", "\t", "\n", "\u00A0"],
  ["[", "]", "{", "}", "[^1]", "](", ")", "*", "`", "|", "\\", "<b>", "![", "&amp;", "$&", "\u0000", "😀"],
];
const FIGURE = [
  ["117.29", "−85.4", "+1", "1,529.46", "0", "-0.00", "99999999999999999999", "1e9", "½", "٣", "1,2,3", "12,34", "1.2.3"],
  ["$", " per cent", "%", " basis points", " percentage points", "dear", "", " ", "\n", "minus ", "*", "[", "`", "](/x/)"],
];

/** Mostly text that looks like bound figures, sometimes arbitrary text. */
function boundText(random: Random): string {
  const text = several(random, 1, 3, () => pick(random, FIGURE)).join("");
  const braces = several(random, 0, 5, () => pick(random, BINDING)).join("");
  const shape = between(random, 0, 5);
  if (shape === 0) return several(random, 1, 9, () => pick(random, [...BINDING, ...FIGURE])).join("");
  const figure = `[${text}]{${shape < 3 ? `brent=2026-04${pick(random, BINDING)}` : braces}}`;
  return shape === 5 ? `${pick(random, BINDING)}${figure}${pick(random, BINDING)}` : figure;
}

const VALUES: readonly (readonly string[])[] = [
  DATES,
  IDS.filter(Boolean),
  [
    "[brent]",
    "[brent, spot]",
    "[brent, brent]",
    "[]",
    "{}",
    "null",
    "~",
    "true",
    "false",
    "line",
    "area",
    "bars",
    "1e400",
    ".nan",
  ],
  ["Oil", "'it''s'", '"', "a: b", "- x", "&a x", "*a", "!tag x", "|", ">", "@", "`", "%", "\t", "[", "{a", "\u0000", "😀"],
  ["\n  - date: 2026-04\n    text: In", "\n  - date: 2026-04", "\n  - {}", "\n  date: 2026-04", "[[], []]"],
];
const FIELDS = ["series", "from", "to", "type", "rebase", "title", "note", "annotations", "form", "__proto__", "? x", "- a", ""];

/** Lines that look like a chart block, mostly complete. */
function chartYaml(random: Random): string {
  const line = (): string =>
    `${FIELDS[between(random, 0, FIELDS.length - 1)]}:${chance(random, 0.9) ? " " : ""}${pick(random, VALUES)}`;
  const needed = chance(random, 0.8) ? ["series: brent", "title: Oil"] : [];
  const dates = chance(random, 0.4) ? [`from: ${pick(random, [DATES])}`, `to: ${pick(random, [DATES])}`] : [];
  return [...needed, ...dates, ...several(random, 0, 3, line)].join("\n");
}

/** Parses a story and checks that its diagnostics are complete. */
function parsed(written: string, number: number) {
  const text = number % ERROR_EVERY === 0 ? written.replace("published:", "publishd:") : written;
  const { value, diagnostics } = parse({ file: "a.md", text });
  const lines = text.split("\n").length;
  for (const diagnostic of diagnostics) {
    expect(diagnostic.file).toBe("a.md");
    expect(diagnostic.line, diagnostic.message).toBeGreaterThanOrEqual(1);
    expect(diagnostic.line, diagnostic.message).toBeLessThanOrEqual(lines);
    expect(diagnostic.message).not.toBe("");
    expect(diagnostic.fix).not.toBe("");
  }
  return { value, diagnostics };
}

/** Registers tests of stories with random bound figures and charts: the parser reports what is wrong, and publishes no braces. */
export function describeRandomFigures(count: number, seed = ""): void {
  describe(`of ${count} random texts, each one rejected is reported with file and line`, () => {
    it("in the body", () => {
      let published = 0;
      for (let number = 0; number < count; number += 1) {
        const random = seededRandom(`${seed}bound ${number}`);
        const body = `Text ${several(random, 1, 3, () => boundText(random)).join(" and ")}\n`;
        const { value, diagnostics } = parsed(`${HEAD}---\n\n${body}`, number);
        if (diagnostics.length > 0) continue;
        published += 1;
        const html = value?.body.map((block) => (block.kind === "html" ? block.html : "")).join("") ?? "";
        expect(html.replace(/<code>.*?<\/code>/gs, ""), body).not.toMatch(/\]\{|\{[^{}=]*=[^{}]*\}/);
      }
      expect(published).toBeGreaterThan(count / 100);
      expect(published).toBeLessThan(count / 2);
    });

    it("in a key point", () => {
      for (let number = 0; number < count; number += 1) {
        const random = seededRandom(`${seed}point ${number}`);
        const point = several(random, 1, 3, () => boundText(random)).join(" ");
        const { value, diagnostics } = parsed(`${HEAD}keyPoints:\n  - ${JSON.stringify(`A ${point}`)}\n---\n\nText.\n`, number);
        if (diagnostics.length === 0) expect(value?.keyPoints.join(""), point).not.toMatch(/\]\{|\{[^{}=]*=[^{}]*\}/);
      }
    });

    it("in a chart, and each one accepted can be drawn", () => {
      let drawn = 0;
      for (let number = 0; number < count; number += 1) {
        const yaml = chartYaml(seededRandom(`${seed}chart ${number}`));
        const { value, diagnostics } = parsed(`${HEAD}---\n\nText.\n\n\`\`\`chart\n${yaml}\n\`\`\`\n`, number);
        if (diagnostics.length > 0) continue;
        const charts = value?.body.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])) ?? [];
        expect(charts, yaml).toHaveLength(1);
        for (const chart of charts) chartModel(chartRequest(chart, MARKETS), "en-GB");
        drawn += 1;
      }
      expect(drawn).toBeGreaterThan(count / 100);
      expect(drawn).toBeLessThan(count / 2);
    });
  });
}
