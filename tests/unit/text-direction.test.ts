import { describe, expect, it } from "vitest";
import { isolateNumber, isolateNumbers, textDirection } from "../../src/lib/text-direction.ts";
import { formatReadout } from "../../src/markets/chart/value-format.ts";
import { formatFigure, formatRelative, formatSigned } from "../../src/markets/format-figure.ts";

it.each([
  ["ar", "rtl"],
  ["ar-EG", "rtl"],
  ["he", "rtl"],
  ["fa-IR", "rtl"],
  ["ur", "rtl"],
  ["dv", "rtl"],
  ["az-Arab", "rtl"],
  ["uz", undefined],
  ["en-GB", undefined],
  ["zh-Hant", undefined],
  ["ar-Latn", undefined],
])("a page in %s has the direction %s", (language, direction) => {
  expect(textDirection(language)).toBe(direction);
});

/** A text with the isolates as brackets. */
const visible = (text: string): string => text.replaceAll("\u2066", "⟦").replaceAll("\u2069", "⟧");

describe("a formatted figure", () => {
  const change = { relative: -3.04, difference: -2, from: { date: "", value: 1 }, to: { date: "", value: 1 } };
  it.each([
    [formatFigure(-0.5, 2, "he"), "⟦−0.50⟧"],
    [formatFigure(1529.46, 2, "ar"), "⟦1,529.46⟧"],
    [formatSigned(1.08, 2, "ar"), "⟦+1.08⟧"],
    [formatSigned(-1.5, 1, "ar-EG"), "⟦−١٫٥⟧"],
    [formatSigned(-1.5, 1, "fa"), "⟦−۱٫۵⟧"],
    [formatRelative({ ...change, measure: "quantity" }, "ar"), "⟦−3.0%⟧"],
    [formatRelative({ ...change, measure: "rate" }, "he"), "⟦−3 bp⟧"],
    [formatSigned(-1.5, 1, "en-GB"), "−1.5"],
    [formatFigure(-1.5, 1, "de"), "−1,5"],
  ])("%s is isolated with its sign and unit where the language is written from right to left", (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it("is isolated in the readout of a chart", () => {
    const format = { decimals: 1, isSigned: true, suffix: "%", unit: "", gap: "not known" } as const;
    const readout = formatReadout({ period: "2026-05", frequency: "monthly", names: ["a"], values: [-8.7] }, format, "ar");
    expect(visible(readout)).toMatch(/: ⟦−8\.7%⟧$/);
  });
});

describe("the numbers of an HTML document", () => {
  const page = (text: string, dir = ' dir="rtl"') => `<html lang="ar"${dir}><p title="−3">${text}</p></html>`;

  it.each([
    ["انخفض −3.5% في", "انخفض ⟦−3.5%⟧ في"],
    ["-3", "⟦-3⟧"],
    ["(+1,529.46)", "(⟦+1,529.46⟧)"],
    ["12.5%", "⟦12.5%⟧"],
    ["−$4", "⟦−$4⟧"],
    ["٣٫٥٪", "⟦٣٫٥٪⟧"],
    ["2025-11-03", "2025-11-03"],
    ["4–5", "4–5"],
    ["2026", "2026"],
    ["COVID-19", "COVID-19"],
    ['<a href="−3">−3</a>', '<a href="−3">⟦−3⟧</a>'],
    ["<script>x=-3</script>", "<script>x=-3</script>"],
    [`${isolateNumber("−3", "ar")}`, "⟦−3⟧"],
  ])("in %s are isolated where they have a sign or a percent sign", (text, expected) => {
    expect(visible(isolateNumbers(page(text)))).toBe(page(expected));
  });

  it("are as they were in a page from left to right", () => {
    expect(isolateNumbers(page("−3.5%", ""))).toBe(page("−3.5%", ""));
  });
});
