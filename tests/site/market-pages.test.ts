import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { ROOT } from "./build-site.ts";
import { readPages } from "./site-pages.ts";

const pages = new Map(readPages(inject("siteFolder")).map(({ path, html }) => [path, html]));
const FOLDER = join(ROOT, "_data/markets");
const ids = readdirSync(FOLDER).flatMap((file) => (file.endsWith(".csv") ? [file.slice(0, -4)] : []));

/** The lines of a file of figures. */
function lines(id: string): readonly (readonly [month: string, value: string])[] {
  const text = readFileSync(join(FOLDER, `${id}.csv`), "utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => [line.slice(0, 7), line.slice(8)]);
}

/** Fixed-point with twelve decimals in integers: exact. */
const SCALE = 12;

function scaled(text: string): bigint {
  const [whole = "", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(SCALE, "0"));
}

/** Formats a fixed-point number with the given decimals, rounded half away from zero. */
function formatFixed(value: bigint, decimals: number, withSign = false): string {
  const unit = 10n ** BigInt(SCALE - decimals);
  const size = value < 0n ? -value : value;
  const rounded = (size + unit / 2n) / unit;
  const digits = String(rounded).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = rounded === 0n ? "" : value < 0n ? "−" : withSign ? "+" : "";
  return `${sign}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ""}`;
}

function percent(from: bigint, to: bigint): string {
  return `${formatFixed(((to - from) * 100n * 10n ** BigInt(SCALE)) / from, 1, true)}%`;
}

/** The expected content of the pages of a series, from its file alone. */
function expected(id: string, decimals: number, isRate: boolean) {
  const published = lines(id).filter(([, value]) => value !== "");
  const [month = "", value = ""] = published.at(-1) ?? [];
  const [year = 0, number = 0] = month.split("-").map(Number);
  const earlier = (months: number) => {
    const before = new Date(Date.UTC(year, number - 1 - months)).toISOString().slice(0, 7);
    return published.find(([each]) => each === before)?.[1];
  };
  const change = (months: number) => {
    const before = earlier(months);
    if (before === undefined) return "–no earlier figure to compare with";
    const [from, to] = [scaled(before), scaled(value)];
    const arrow = (shown: string) => (shown.startsWith("+") ? "▲ " : shown.startsWith("−") ? "▼ " : "");
    const basisPoints = `${formatFixed((to - from) * 100n, 0, true)} bp`;
    const share = percent(from, to);
    return isRate ? arrow(basisPoints) + basisPoints : `${arrow(share)}${formatFixed(to - from, decimals, true)} (${share})`;
  };
  const year12 = published.filter(([each]) => each > `${year - 1}${month.slice(4)}`).map(([, each]) => scaled(each));
  const [low, high] = [year12.reduce((a, b) => (b < a ? b : a)), year12.reduce((a, b) => (b > a ? b : a))];
  return {
    month,
    latest: formatFixed(scaled(value), decimals),
    onMonth: change(1),
    onYear: change(12),
    range: [formatFixed(low, decimals), formatFixed(high, decimals)],
  };
}

const text = (html: string) =>
  html
    .replace(/<span class="change-span">.*?<\/span>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();

const decimalsOf = (id: string) => {
  const entry = readFileSync(join(FOLDER, "series.yaml"), "utf8")
    .split(/^- id: /m)
    .find((each) => each.startsWith(`${id}\n`));
  return Number(/decimals: (\d)/.exec(entry ?? "")?.[1]);
};

it("the twelve series have every figure of their publishers exactly", () => {
  const sheet = readFileSync(join(ROOT, "tests/fixtures/market-figures.md"), "utf8").split("\n| ");
  const columns = ["eur", "gbp", "jpy", "cny", "chf", "cad", "inr", "krw", "brent", "henry-hub", "us10y", "us-cpi"];
  const rows = sheet
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([month]) => /^\d{4}-\d{2}$/.test(month ?? ""));
  expect(rows).toHaveLength(37);
  expect(ids.toSorted()).toEqual(columns.toSorted());
  for (const [column, id] of columns.entries()) {
    const there = new Map(lines(id));
    for (const [month = "", ...cells] of rows) {
      expect.soft(Number(there.get(month) || Number.NaN), `${id} ${month}`).toBe(Number(cells[column] || Number.NaN));
    }
    expect(there.size).toBeGreaterThanOrEqual(36);
  }
});

describe.each(ids)("%s", (id) => {
  const isRate = id === "us10y";
  const { month, latest, onMonth, onYear, range } = expected(id, decimalsOf(id), isRate);
  const monthName = new Date(`${month}-15`).toLocaleString("en-GB", { month: "short", year: "numeric" });

  it("has a row of the market board that agrees with its file", () => {
    const board = pages.get("/market-data/") ?? "";
    const row =
      board
        .split("<tr>")
        .slice(1)
        .find((each) => each.includes(`href="${id}/"`) || each.includes(`/${id}/"`)) ?? "";
    const cells = row.split(/<\/t[hd]>/).map(text);
    expect(cells.slice(1, 5)).toEqual([latest, onMonth, onYear, range.join(" – ")]);
    expect(cells[6]).toBe(`last published ${monthName}`);
  });

  it("has a page that agrees with it, with every observation and the dates of its changes", () => {
    const page = pages.get(`/market-data/${id}/`) ?? "";
    expect(text(/<p class="series-latest">.*?<\/p>/s.exec(page)?.[0] ?? "")).toContain(latest);
    const facts = [...page.matchAll(/<dd>(.*?)<\/dd>/gs)].map(([, dd = ""]) => text(dd));
    expect(facts.slice(0, 2)).toEqual([onMonth, onYear]);
    expect(facts[2]).toContain(`${range[0]} (`);
    expect(facts[2]).toContain(`${range[1]} (`);
    const table = page.slice(page.indexOf('id="all_figures"'));
    const rows = [...table.matchAll(/<tr[^>]*><th scope="row">(.*?)<\/th><td[^>]*>(.*?)<\/td>/gs)].map(([, name, value = ""]) => [
      name,
      text(value),
    ]);
    const long = (each: string) => new Date(`${each}-15`).toLocaleString("en-GB", { month: "long", year: "numeric" });
    const there = lines(id).map(([each, value]) => [
      long(each),
      value === "" ? "not published" : formatFixed(scaled(value), decimalsOf(id)),
    ]);
    expect(rows).toEqual(there.toReversed());
    expect(page).toMatch(/class="change-span"> \w+ \d{4} to \w+ \d{4}</);
  });
});

describe("headings", () => {
  const headings = (path: string) =>
    [...(pages.get(path) ?? "").matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs)].map(([, level, html = ""]) => {
      return `h${level} ${html.replace(/<[^>]*>/g, "").trim()}`;
    });

  it("of the market board name each of its groups below that of the page", () => {
    const found = headings("/market-data/");
    const groups = ["h2 Currencies", "h2 Energy"];
    expect(found.filter((heading) => groups.includes(heading))).toEqual(groups);
    expect(found.indexOf("h1 Market Data")).toBeLessThan(found.indexOf("h2 Currencies"));
    expect(pages.get("/market-data/")).toMatch(/<caption><h2>Currencies<\/h2><\/caption>/);
  });

  it("name each chart of a series, and label its section", () => {
    const html = pages.get("/market-data/brent/") ?? "";
    const sections = [...html.matchAll(/<section class="chart-range" id="[^"]*" aria-labelledby="([^"]*)">(.{80})/gs)];
    expect(sections.length).toBeGreaterThan(1);
    for (const [, id, start] of sections) expect(start).toContain(`<h2 class="visually-hidden" id="${id}">Chart: `);
    expect([...html.matchAll(/<section class="chart-range"/g)]).toHaveLength(sections.length);
  });
});
