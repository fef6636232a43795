import { cpSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { typographic } from "../../src/node/ingest/markdown/markdown.ts";
import { serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { ESCAPING, PAYLOADS } from "../hostile-corpus.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { readXml } from "../unit/well-formed-xml.ts";
import { buildSite, ROOT, readTree, writeTree } from "./build-site.ts";
import {
  asItIs,
  type Disguise,
  harmless,
  hostileContent,
  hostileSeries,
  hostileSettings,
  PLAIN_CONTENT,
  STORIES,
  storyTitle,
  TAKEN,
} from "./hostile-site.ts";
import { fragmentStructure, pageStructure, type Structure } from "./page-structure.ts";

type Tree = ReadonlyMap<string, string>;

/** A built publication. */
interface Publication {
  readonly folder: string;
  readonly tree: Tree;
}

const AS_OF = ["--as-of", "2026-11-22T12:00:00-05:00"];

/** A publication whose content is hostile: every story, author, topic, picture, page and series. */
async function siteOfContent(disguise: Disguise): Promise<Publication> {
  const folder = temporaryFolder();
  writeTree(join(folder, "content"), hostileContent(disguise));
  writeTree(join(folder, "markets"), hostileSeries(disguise));
  const sources = ["--content", join(folder, "content"), "--markets", join(folder, "markets")];
  return built([...sources, "--out", join(folder, "site")], ROOT);
}

/** A publication whose settings are hostile. */
async function siteOfSettings(disguise: Disguise): Promise<Publication> {
  const root = join(temporaryFolder(), "project");
  for (const part of [".eleventy.ts", "_data", "_includes", "package.json", "tsconfig.json"]) {
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  }
  for (const part of readdirSync(join(ROOT, "src")).filter((name) => name !== "content")) {
    cpSync(join(ROOT, "src", part), join(root, "src", part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  writeTree(join(root, "_data"), [["site.ts", `export default ${JSON.stringify(hostileSettings(disguise))};`]]);
  writeTree(join(root, "src/content"), PLAIN_CONTENT);
  return built(["--markets", join(ROOT, "tests/fixtures/no-markets"), "--out", join(root, "site")], root);
}

async function built(flags: readonly string[], root: string): Promise<Publication> {
  const { code, stderr } = await buildSite([...flags, ...AS_OF], { root });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const folder = flags.at(-1) ?? "";
  return { folder, tree: new Map([...readTree(folder)].map(([path, bytes]) => [path, bytes.toString()])) };
}

const ofKind = (tree: Tree, ending: string) => [...tree].filter(([path]) => path.endsWith(ending));

function structuresOf(tree: Tree): ReadonlyMap<string, Structure> {
  return new Map(ofKind(tree, ".html").map(([path, html]) => [path, pageStructure(html)]));
}

/** The first place where two lists part. */
function firstDifference(a: readonly string[], b: readonly string[]): string | undefined {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at === -1 && a.length === b.length ? undefined : `${a[at]} / ${b[at]}`;
}

it("there are more than 300 hostile texts in the corpus, and fields take more than 300 of them", () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(300);
  expect(TAKEN.length).toBeGreaterThanOrEqual(300);
});

it.each(ESCAPING)("%s is noticed where it stands in a page as it is", (payload) => {
  const page = (text: string) => pageStructure(`<!DOCTYPE html><title>x</title><p title="x">${text}</p>`);
  const { skeleton, faults } = page(payload);
  expect(firstDifference(skeleton, page("x").skeleton) ?? faults[0]).toBeDefined();
});

it("what runs in a page is noticed", async () => {
  const { page, taken } = await visitWithoutPolicy(temporaryFolder());
  await page.setContent("<img src=x: onerror=taken()>");
  await expect.poll(() => taken).toContain("about:blank: ran a payload");
  await page.setContent('<svg onload="alert(1)">');
  await expect.poll(() => taken).toContain("about:blank: opened a dialog");
});

describe.each([
  ["content", siteOfContent],
  ["settings", siteOfSettings],
])("a publication with hostile %s", (kind, site) => {
  let hostile: Tree = new Map();
  let twin: Tree = new Map();
  let folder = "";
  let structures: ReadonlyMap<string, Structure> = new Map();
  let twins: ReadonlyMap<string, Structure> = new Map();

  beforeAll(async () => {
    const [built, harmlessOne] = await Promise.all([site(asItIs), site(harmless)]);
    ({ folder, tree: hostile } = built);
    twin = harmlessOne.tree;
    structures = structuresOf(hostile);
    twins = structuresOf(twin);
  });

  it("has the files of a harmless one", () => {
    const names = (tree: Tree) => [...tree.keys()].filter((path) => !/^(?:pagefind|pictures)\//.test(path)).map(withoutHash);
    expect(names(hostile)).toEqual(names(twin));
  });

  it("has pages built of the same elements and attributes as those of a harmless one", () => {
    const parted = [...structures].flatMap(([path, { skeleton }]) => {
      const difference = firstDifference(skeleton, twins.get(path)?.skeleton ?? []);
      return difference === undefined ? [] : [`${path}: ${difference}`];
    });
    expect(parted).toEqual([]);
  });

  it("has no handler, no script of its own, no style and no address that runs in any page", () => {
    expect([...structures].flatMap(([path, { faults }]) => faults.map((fault) => `${path}: ${fault}`))).toEqual([]);
  });

  it("has data in its pages that is whole", () => {
    const shapes = ({ data }: Structure) => data.map((json) => JSON.stringify(shapeOf(JSON.parse(json))));
    const parted = [...structures].flatMap(([path, structure]) => {
      const difference = firstDifference(shapes(structure), shapes(twins.get(path) ?? structure));
      return difference === undefined ? [] : [`${path}: ${difference}`];
    });
    expect(parted).toEqual([]);
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
    expect([...stories].flatMap((html) => fragmentStructure(String(html)).faults)).toEqual([]);
  });

  it("has JSON that can be read, and tables without a formula", () => {
    for (const [path, json] of ofKind(hostile, ".json")) expect(() => JSON.parse(json), path).not.toThrow();
    for (const [path, csv] of ofKind(hostile, ".csv")) {
      expect(csv, path).toMatch(/^date,value(?:,vintage)?\r\n(?:[\d-]+,(?:-?[\d.]+)?(?:,[\d-]*)?\r\n)+$/);
    }
  });

  it("has texts for machines whose lines are those of a harmless one", () => {
    const shape = (text = "") => text.split("\n").map((line) => /^(?:#+|>|- \[|[A-Z][\w-]+:)?/.exec(line)?.[0]);
    for (const file of ["llms.txt", "robots.txt", ".well-known/security.txt"]) {
      expect(shape(hostile.get(file)), file).toEqual(shape(twin.get(file)));
    }
    for (const file of ["_headers", "_redirects", ".htaccess", "vercel.json", "staticwebapp.config.json"]) {
      expect(hostile.get(file), file).toBe(twin.get(file));
    }
  });

  if (kind === "content") {
    it("says every title as it was written, but for the signs that XML has no place for", () => {
      const feed = readXml(hostile.get("politics/feed.xml") ?? "");
      const titles = feed.filter(({ name }) => name === "title").map(({ text }) => text.trim());
      expect(titles.length).toBeGreaterThan(5);
      const written = new Set(Array.from({ length: STORIES }, (_, index) => inXml(storyTitle(index))));
      expect(titles.slice(1).filter((title) => !written.has(title))).toEqual([]);
    });
  }

  it("runs nothing in a browser that no policy protects, on any page, by search or by marks", async () => {
    const visit = await visitWithoutPolicy(folder);
    for (const path of [...structures.keys()].filter(isVisited)) {
      await visit.page.goto(visit.address + path.replace(/index\.html$/, ""), { waitUntil: "load" });
    }
    await visit.page.goto(`${visit.address}search/?q=zinnober`);
    const more = visit.page.getByRole("button", { name: "Show more stories" });
    await visit.page.locator("#search_results[aria-busy=false] article").first().waitFor();
    while (await more.isVisible()) {
      const shown = await visit.page.locator("#search_results article").count();
      await more.click();
      await expect.poll(() => visit.page.locator("#search_results article").count()).toBeGreaterThan(shown);
    }
    for (const payload of PAYLOADS.filter((_, index) => index % 40 === 0)) {
      const query = new URLSearchParams({ q: `zinnober ${payload}`, mark: payload, section: payload });
      await visit.page.goto(`${visit.address}search/?${query}`);
      await visit.page.locator("#search_results[aria-busy=false]").waitFor();
    }
    const [path = ""] = [...structures.keys()].filter((each) => each.includes("/story"));
    await visit.page.goto(`${visit.address}${path.replace(/index\.html$/, "")}?mark=zinnober+script+taken+onerror`);
    await visit.page.getByText(/marked: /).waitFor();
    expect(visit.taken).toEqual([]);
  });
});

/**
 * Every story; of months none, and of pages and series some: they are made alike. Authors and topics have the same texts on
 * pages of the same kind: of each two that share them one is visited.
 */
function isVisited(path: string): boolean {
  return !/\/\d{2}\/index\.html$|(?:page|series)-\d*[1-46-9]\/|authors\/thing-\d*[13579]\/|topics\/thing-\d*[02468]\//.test(path);
}

/** A visit to a publication whose host sends no policy. Whatever runs that should not, or leaves the machine, is written down. */
async function visitWithoutPolicy(folder: string) {
  // No policy is sent, only how long files may be kept: what all pages load is fetched once.
  const server = await serveFolder(folder, 0, "/", { headers: {} });
  const browser = await chromium.connect(inject("browserEndpoint"));
  const page = await browser.newPage();
  onTestFinished(async () => {
    await browser.close();
    await server.close();
  });
  const taken: string[] = [];
  const write = (what: string): void => void taken.push(`${page.url()}: ${what}`);
  await page.exposeFunction("taken", () => write("ran a payload"));
  page.on("dialog", (dialog) => void dialog.dismiss().then(() => write("opened a dialog")));
  page.on("request", (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol !== "data:" && host !== new URL(server.address).host) write(`asked for ${request.url()}`);
  });
  page.on("pageerror", ({ message }) => write(message));
  page.on("popup", () => write("opened a window"));
  return { page, taken, address: server.address };
}

declare global {
  /** What every payload calls. */
  function taken(): void;
}

function inXml(title: string): string {
  return typographic(title.trim())
    .replace(/[^\t\n\r\u{20}-\u{7e}\u{85}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .trim();
}

function withoutHash(path: string): string {
  return path.replace(/-[0-9a-fA-Z]{8,10}(?=[.-])/, "");
}

/** What JSON is made of, without its texts. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]));
}
