import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { parse } from "yaml";
import { AS_OF } from "../global-setup.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { descriptorErrors, readTable } from "../unit/tabular-package.ts";
import { buildSite, ROOT, readTree } from "./build-site.ts";
import { addressesOf, readPages } from "./site-pages.ts";

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly source: { readonly name: string; readonly url: string };
  readonly order: number;
}

type Rows = readonly (readonly [string, string])[];

const SITE = inject("siteFolder");
const files = readTree(SITE);
const written: readonly Listed[] = parse(readFileSync(join(ROOT, "_data/markets/series.yaml"), "utf8"));
const listed = written.toSorted((a, b) => a.order - b.order);

/** The figures of a file in `_data/markets` that the edition publishes: ended periods with their last value. */
function knownRows(id: string): Rows {
  const [, ...lines] = readFileSync(join(ROOT, `_data/markets/${id}.csv`), "utf8")
    .trimEnd()
    .split(/\r?\n/);
  const known = lines.flatMap((line): Rows => {
    const [date = "", value = "", vintage = ""] = line.split(",");
    return date < AS_OF.slice(0, date.length) && vintage <= AS_OF.slice(0, 10) ? [[date, value]] : [];
  });
  return [...new Map(known)];
}

const figure = (cell: string) => (cell === "" ? null : Number(cell));
const textOf = (path: string) => files.get(path)?.toString() ?? "";
const dataFile = (id: string, format: string) => textOf(`data/${id}.${format}`);

it("has two files for every series, and a data package", () => {
  const names = listed.flatMap(({ id }) => [`data/${id}.csv`, `data/${id}.json`]);
  const shipped = [...files.keys()].filter((path) => path.startsWith("data/"));
  expect(shipped).toEqual([...names, "data/datapackage.json", "data/index.html"].sort());
  expect(listed.length).toBeGreaterThanOrEqual(12);
});

it.each(listed.map(({ id }) => id))("the CSV of %s has the figures of the catalogue in the form of RFC 4180", (id) => {
  const csv = dataFile(id, "csv");
  expect(csv).toMatch(/^date,value(,vintage)?\r\n(\d{4}[\dQ-]*,(-?\d+(\.\d+)?)?(,(\d{4}-\d{2}-\d{2})?)?\r\n)+$/);
  const rows = csv.trimEnd().split("\r\n").slice(1);
  expect(new Set(rows.map((row) => row.split(",").length)).size).toBe(1);
  const last = new Map(rows.map((row) => [row.split(",")[0], figure(row.split(",")[1] ?? "")]));
  expect([...last]).toEqual(knownRows(id).map(([date, value]) => [date, figure(value)]));
});

it.each(listed)("the JSON of $id has the figures of the catalogue, and says what they are", (series) => {
  const { id, name, unit, decimals, source } = series;
  const json = dataFile(id, "json");
  expect([...json.matchAll(/"value":([^,}]*)/g)].filter(([, number]) => !/^(-?\d+(\.\d+)?|null)$/.test(number ?? ""))).toEqual(
    [],
  );
  const { observations, ...about } = JSON.parse(json);
  const rows = knownRows(id);
  expect(observations.map(({ date, value }: Record<string, unknown>) => [date, value])).toEqual(
    rows.map(([date, value]) => [date, figure(value)]),
  );
  expect(about).toMatchObject({ schemaVersion: 1, id, name, unit, decimals, source });
  expect(about.asOf).toBe(rows.findLast(([, value]) => value !== "")?.[0]);
});

it("datapackage.json conforms to Frictionless, and every row to the schema of its file", () => {
  const descriptor = JSON.parse(textOf("data/datapackage.json"));
  expect(descriptorErrors(descriptor)).toEqual([]);
  expect(descriptor.resources.map(({ name }: Listed) => name)).toEqual(listed.map(({ id }) => id));
  for (const { name, path, schema } of descriptor.resources) {
    const last = new Map(readTable(textOf(`data/${path}`), schema).map(({ date, value }) => [date, value ?? null]));
    expect([...last]).toEqual(knownRows(name).map(([date, value]) => [date, figure(value)]));
  }
});

it("invalid schemas and packages are detected", () => {
  const descriptor = JSON.parse(textOf("data/datapackage.json"));
  const [{ path, schema, ...resource }] = descriptor.resources;
  const days = { ...schema, fields: [{ name: "date", type: "date" }, ...schema.fields.slice(1)] };
  expect(() => readTable(textOf(`data/${path}`), days)).toThrow("which is no date");
  expect(descriptorErrors({ ...descriptor, resources: [{ ...resource, schema }] })).not.toEqual([]);
});

it("the page links to every file with its number of figures", () => {
  const page = readPages(SITE).find(({ path }) => path === "/data/");
  const links = page?.elements.flatMap(addressesOf).filter((address) => /^\.\.\/data\/.+/.test(address)) ?? [];
  const linked = links.map((address) => address.slice("../".length));
  expect([...linked, "data/index.html"].sort()).toEqual([...files.keys()].filter((path) => path.startsWith("data/")));
  const rows = (page?.html.match(/<tbody>.*<\/tbody>/s)?.[0] ?? "").split("</tr>").slice(0, -1);
  const counts = rows.map((row) => Number(row.match(/<td class="number">(\d+)<\/td>/)?.[1]));
  expect(counts).toEqual(listed.map(({ id }) => knownRows(id).filter(([, value]) => value !== "").length));
});

it("a site without figures has the page, but no data package, which would be invalid", async () => {
  const out = join(temporaryFolder(), "site");
  expect(await buildSite(["--out", out, "--as-of", "1990-01-01T00:00:00Z"])).toMatchObject({ code: 0, stderr: "" });
  const tree = readTree(out);
  expect([...tree.keys()].filter((path) => path.startsWith("data/"))).toEqual(["data/index.html"]);
  const page = tree.get("data/index.html")?.toString() ?? "";
  expect(page).toContain("No figures have been published yet");
  expect(page).not.toContain('href="../data/datapackage.json"');
});
