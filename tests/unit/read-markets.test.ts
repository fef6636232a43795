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

/** Reads a folder with these files; what is wrong is told as `file:line field problem → remedy`. */
async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const faults: Diagnostic[] = [];
  const series = await readMarkets(folder, NOW_MS, faults);
  const told = faults.map(({ file, line, field, problem, remedy }) => {
    return `${file.split("/").at(-1)}:${line} ${field} ${problem} → ${remedy}`;
  });
  return { series, told };
}

const listOf = (...series: readonly object[]) => ({ "series.yaml": stringify(series, { aliasDuplicateObjects: false }) });

describe("the market figures", () => {
  it("are read with what is said of them", async () => {
    const { series, told } = await read({ ...listOf(BRENT), "brent.csv": CSV });
    expect(told).toEqual([]);
    expect(series).toEqual([sampleSeries({ "2026-05": 107.14, "2026-06": 85.4 })]);
  });

  it("may be none", async () => {
    expect(await read({ "series.yaml": "[]\n" })).toEqual({ series: [], told: [] });
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
  ])("%s is a fault at its line", async (_, change, fault) => {
    const { told } = await read({ ...listOf({ ...BRENT, ...change }), "brent.csv": CSV });
    expect(told.filter((each) => each.startsWith("series.yaml"))).toEqual([expect.stringMatching(fault)]);
  });

  it("need a list, a file for each series and a series for each file", async () => {
    expect((await read({})).told).toEqual([
      "series.yaml:undefined undefined is missing → write it: a list of series, or [] for none",
    ]);
    expect((await read({ ...listOf(BRENT, { ...BRENT, id: "wti" }), "brent.csv": CSV, "gas.csv": CSV })).told).toEqual([
      "wti.csv:undefined undefined is missing → write the file, or remove the series from series.yaml",
      "gas.csv:undefined undefined holds figures of no series → name its series in series.yaml, or remove the file",
    ]);
    expect((await read({ ...listOf(BRENT, BRENT), "brent.csv": CSV })).told).toEqual([
      "series.yaml:undefined id has the series `brent` twice → remove one of them",
    ]);
  });

  it("tell of faults in every file at once", async () => {
    const files = {
      ...listOf(BRENT, { ...BRENT, id: "wti" }),
      "brent.csv": "date,value\n2026-06,1x\n",
      "wti.csv": new Uint8Array([0xff]),
    };
    const { series, told } = await read(files);
    expect(series).toEqual([]);
    expect(told.map((each) => each.split(" → ")[0])).toEqual([
      "brent.csv:2 value `1x` is not a number",
      "wti.csv:1 undefined is not UTF-8",
    ]);
  });
});

it("whatever series.yaml holds, it is read, or every fault names its file", async () => {
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
    const { series, told } = await read({ "series.yaml": yaml });
    expect(series.length > 0 || told.length > 0 || /^\s*(\[\s*\])?\s*$/.test(yaml), yaml).toBe(true);
    for (const each of told) expect(each).toMatch(/^series\.yaml:\S+ .+ → ./s);
  }
});
