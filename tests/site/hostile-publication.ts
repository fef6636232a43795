import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { readPlainText } from "../../src/node/ingest/markdown/plain-text.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { asCarried } from "../unit/hostile-text.ts";
import { readXml } from "../unit/well-formed-xml.ts";
import { buildSite, ROOT, readTree, writeTree } from "./build-site.ts";
import { type Disguise, type Files, harmless, verbatim } from "./hostile-site.ts";
import { fragmentStructure, pageStructure, type Structure } from "./page-structure.ts";

type Tree = ReadonlyMap<string, string>;

/** What a publication is built of. Settings and market data are those of the project, or none, where they are not given. */
export interface Sources {
  content(disguise: Disguise): Files;
  series?(disguise: Disguise): Files;
  settings?(disguise: Disguise): object;
}

/** A built publication of hostile texts. */
export interface HostilePublication {
  readonly folder: string;
  /** The paths of its pages, such as `politics/`. */
  readonly pages: readonly string[];
}

/** Builds it in a copy of the project, whose `_data/site.ts` it may replace. */
async function built({ content, series, settings }: Sources, disguise: Disguise): Promise<string> {
  const root = join(temporaryFolder(), "project");
  for (const part of [".eleventy.ts", "_data", "_includes", "src", "package.json", "tsconfig.json", "LICENSE"]) {
    cpSync(join(ROOT, part), join(root, part), { recursive: true, filter: (path) => path !== join(ROOT, "src/content") });
  }
  // Images and social cards are encoded once for all builds.
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  for (const part of ["node_modules", ".cache"]) symlinkSync(join(ROOT, part), join(root, part));
  writeTree(join(root, "src/content"), content(disguise));
  if (settings) writeTree(join(root, "_data"), [["site.ts", `export default ${JSON.stringify(settings(disguise))};`]]);
  if (series) writeTree(join(root, "markets"), series(disguise));
  const markets = series ? "markets" : join(ROOT, "tests/fixtures/no-markets");
  const flags = ["--markets", markets, "--out", "site", "--as-of", "2026-11-22T12:00:00-05:00"];
  expect(await buildSite(flags, { root })).toMatchObject({ code: 0, stderr: "" });
  return join(root, "site");
}

const textsOf = (folder: string): Tree => new Map([...readTree(folder)].map(([path, bytes]) => [path, bytes.toString()]));
const ofKind = (tree: Tree, ending: string) => [...tree].filter(([path]) => path.endsWith(ending));
const structuresOf = (tree: Tree): ReadonlyMap<string, Structure> =>
  new Map(ofKind(tree, ".html").map(([path, html]) => [path, pageStructure(html)]));

/** The first pair of entries that differ, if any. */
export function firstDifference(a: readonly string[], b: readonly string[]): string | undefined {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at === -1 && a.length === b.length ? undefined : `${a[at]} / ${b[at]}`;
}

/**
 * Builds a publication of hostile texts and its twin of harmless ones, and registers tests that compare them file by file.
 *
 * @param titles of stories, which the feed of politics must hold as they are
 * @returns the hostile publication, once `beforeAll` has run
 */
export function itIsLikeItsHarmlessTwin(sources: Sources, titles: readonly string[] = []): () => HostilePublication {
  let folder = "";
  let hostile: Tree = new Map();
  let twin: Tree = new Map();
  let structures: ReadonlyMap<string, Structure> = new Map();
  let twins: ReadonlyMap<string, Structure> = new Map();

  beforeAll(async () => {
    const [first, second] = await Promise.all([built(sources, verbatim), built(sources, harmless)]);
    folder = first;
    [hostile, twin] = [textsOf(first), textsOf(second)];
    [structures, twins] = [structuresOf(hostile), structuresOf(twin)];
  });

  it("has the files of a harmless one", () => {
    const isCompared = (path: string) => !/^(?:pagefind|pictures)\//.test(path);
    const names = (tree: Tree) => [...tree.keys()].filter(isCompared).map(withoutHash).sort();
    expect(names(hostile)).toEqual(names(twin));
  });

  it("has pages built of the same elements and attributes as those of a harmless one", () => {
    const different = [...structures].flatMap(([path, { skeleton }]) => {
      const difference = firstDifference(skeleton, twins.get(path)?.skeleton ?? []);
      return difference === undefined ? [] : [`${path}: ${difference}`];
    });
    expect(different).toEqual([]);
  });

  it("has no event handler, no inline script or style and no address that runs in any page", () => {
    expect([...structures].flatMap(([path, { dangers }]) => dangers.map((danger) => `${path}: ${danger}`))).toEqual([]);
  });

  it("has JSON-LD of the same shape in its pages", () => {
    const shapes = ({ data }: Structure) => data.map((json) => JSON.stringify(shapeOf(JSON.parse(json))));
    const different = [...structures].flatMap(([path, structure]) => {
      const difference = firstDifference(shapes(structure), shapes(twins.get(path) ?? structure));
      return difference === undefined ? [] : [`${path}: ${difference}`];
    });
    expect(different).toEqual([]);
    expect([...structures.values()].flatMap(({ data }) => data).length).toBeGreaterThan(0);
  });

  it("has feeds, sitemaps and other XML that are well-formed, element by element those of a harmless one", () => {
    const names = (xml = "") => readXml(xml).map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(" ")}`);
    const files = ofKind(hostile, ".xml");
    expect(files.length).toBeGreaterThan(5);
    for (const [path, xml] of files) expect(firstDifference(names(xml), names(twin.get(path))), path).toBeUndefined();
  });

  it("has stories in its feeds that run nothing wherever they are shown", () => {
    const feeds = ofKind(hostile, "feed.json").map(([, json]) => JSON.parse(json));
    const stories = new Set(feeds.flatMap(({ items }) => items).map(({ content_html }) => content_html));
    expect(stories.size).toBeGreaterThan(0);
    expect([...stories].flatMap((html) => fragmentStructure(String(html)).dangers)).toEqual([]);
  });

  it("has JSON that parses, and CSV without a formula", () => {
    for (const [path, json] of ofKind(hostile, ".json")) expect(() => JSON.parse(json), path).not.toThrow();
    for (const [path, csv] of ofKind(hostile, ".csv")) {
      expect(csv, path).toMatch(/^date,value(?:,vintage)?\r\n(?:[\d-]+,(?:-?[\d.]+)?(?:,[\d-]*)?\r\n)+$/);
    }
  });

  it("has text files for machines whose lines are those of a harmless one", () => {
    const shape = (text = "") => text.split("\n").map((line) => /^(?:#+|>|- \[|[A-Z][\w-]+:)?/.exec(line)?.[0]);
    for (const file of ["llms.txt", "robots.txt", ".well-known/security.txt"]) {
      expect(shape(hostile.get(file)), file).toEqual(shape(twin.get(file)));
    }
    for (const file of ["_headers", "_redirects", ".htaccess", "vercel.json", "staticwebapp.config.json"]) {
      expect(hostile.get(file), file).toBe(twin.get(file));
    }
  });

  if (titles.length > 0) {
    it("has the titles of its stories in its feed, without characters that XML does not allow", () => {
      const feed = readXml(hostile.get("politics/feed.xml") ?? "");
      const read = feed.filter(({ name }) => name === "title").map(({ text }) => text.trim());
      expect(read.length).toBeGreaterThan(5);
      const wanted = new Set(titles.map(inXml));
      expect(read.slice(1).filter((title) => !wanted.has(title))).toEqual([]);
    });
  }

  return () => ({ folder, pages: [...structures.keys()].map((path) => path.replace(/index\.html$/, "")) });
}

function inXml(title: string): string {
  return asCarried(readPlainText(title.trim(), "en-GB").text).trim();
}

function withoutHash(path: string): string {
  return path.replace(/-[0-9a-fA-Z]{8,10}(?=[.-])/, "");
}

/** The structure of parsed JSON, without its texts. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]));
}
