import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Diagnostic } from "../../src/lib/diagnostic.ts";
import { readMarkets } from "../../src/node/ingest/markets/read-markets.ts";
import { between, seededRandom } from "../bench/archive/random.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { sampleSeries } from "./sample-series.ts";

const NOW_MS = Date.parse("2026-11-22T12:00:00Z");
const { observations: _, ...BRENT } = sampleSeries({});
const CSV = "date,value\n2026-05,107.14\n2026-06,85.4\n";

/** Reads a folder with these files; diagnostics are formatted as `file:line field message → fix`. */
async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const diagnostics: Diagnostic[] = [];
  const series = await readMarkets(folder, NOW_MS, diagnostics);
  const printed = diagnostics.map(({ file, line, field, message, fix }) => {
    return `${file.split("/").at(-1)}:${line} ${field} ${message} → ${fix}`;
  });
  return { series, printed };
}

const listOf = (...series: readonly object[]) => ({ "series.yaml": stringify(series, { aliasDuplicateObjects: false }) });

describe("the market figures", () => {
  it("are read with the fields of series.yaml", async () => {
    const { series, printed } = await read({ ...listOf(BRENT), "brent.csv": CSV });
    expect(printed).toEqual([]);
    expect(series).toEqual([sampleSeries({ "2026-05": 107.14, "2026-06": 85.4 })]);
  });

  it("may be empty", async () => {
    expect(await read({ "series.yaml": "[]\n" })).toEqual({ series: [], printed: [] });
  });

  it.each([
    [
      "an unknown unit",
      { unit: "US dollar a barrel" },
      /^series\.yaml:4 0\.unit `US dollar a barrel` is not known → write US dollars a barrel$/,
    ],
    ["an unknown frequency", { frequency: "monthy" }, /^series\.yaml:\d+ 0\.frequency `monthy` is not known → write monthly$/],
    ["a field of another name", { sauce: "x" }, /^series\.yaml:\d+ 0\.sauce is not a known field → write source$/],
    ["too many decimals", { decimals: 9 }, /^series\.yaml:5 0\.decimals /],
    ["an id that is a year", { id: "2026" }, /^series\.yaml:1 0\.id is a year/],
  ])("%s is an error at its line", async (_, change, diagnosticOf) => {
    const { printed } = await read({ ...listOf({ ...BRENT, ...change }), "brent.csv": CSV });
    expect(printed.filter((each) => each.startsWith("series.yaml"))).toEqual([expect.stringMatching(diagnosticOf)]);
  });

  it("need a list, a file for each series and a series for each file", async () => {
    expect((await read({})).printed).toEqual([
      "series.yaml:undefined undefined is missing → write the file: a list of series, or [] for none",
    ]);
    expect((await read({ ...listOf(BRENT, { ...BRENT, id: "wti" }), "brent.csv": CSV, "gas.csv": CSV })).printed).toEqual([
      "wti.csv:undefined undefined is missing → write the file, or remove the series from series.yaml",
      "gas.csv:undefined undefined belongs to no series → add its series to series.yaml, or remove the file",
    ]);
    expect((await read({ ...listOf(BRENT, BRENT), "brent.csv": CSV })).printed).toEqual([
      "series.yaml:undefined id has the series `brent` twice → remove one of them",
    ]);
  });

  it("report the errors of every file", async () => {
    const files = {
      ...listOf(BRENT, { ...BRENT, id: "wti" }),
      "brent.csv": "date,value\n2026-06,1x\n",
      "wti.csv": new Uint8Array([0xff]),
    };
    const { series, printed } = await read(files);
    expect(series).toEqual([]);
    expect(printed.map((each) => each.split(" → ")[0])).toEqual([
      "brent.csv:2 value `1x` is not a number",
      "wti.csv:1 undefined is not UTF-8",
    ]);
  });
});

it("any series.yaml is either read or every error names its file", async () => {
  const random = seededRandom("series");
  const pieces = [
    "- id: ",
    "brent",
    "\n",
    "  unit: ",
    "[",
    "]",
    "{",
    "}",
    ":",
    " ",
    "&a",
    "*a",
    "!!js",
    "\t",
    "2026",
    "null",
    "- ",
    '"',
    "|",
    "😀",
    "---",
  ];
  for (let times = 0; times < 300; times += 1) {
    const yaml = Array.from({ length: between(random, 1, 14) }, () => pieces[between(random, 0, pieces.length - 1)]).join("");
    const { series, printed } = await read({ "series.yaml": yaml });
    expect(series.length > 0 || printed.length > 0 || /^\s*(\[\s*\])?\s*$/.test(yaml), yaml).toBe(true);
    for (const each of printed) expect(each).toMatch(/^series\.yaml:\S+ .+ → ./s);
  }
});
