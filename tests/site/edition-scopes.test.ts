import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import settings from "../../_data/site.ts";
import { imageStem } from "../../src/formats/offline/offline-image.ts";
import { filesOfScope } from "../../src/formats/offline/scope-files.ts";
import type { EditionScopes, EditionStories, ScopeId } from "../../src/formats/offline/scopes.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, ROOT, readTree, writeTree } from "./build-site.ts";
import { addressesOf, isFetched, readPages, type SitePage } from "./site-pages.ts";

type Tree = ReadonlyMap<string, Buffer>;

const tree = readTree(inject("siteFolder"));
const pages = new Map(readPages(inject("siteFolder")).map((page) => [`${page.path.slice(1)}index.html`, page]));
const { parts: scopes } = scopesIn(tree);
const stories = storiesIn(tree);

function scopesIn(files: Tree): EditionScopes {
  return JSON.parse(files.get("offline/parts.json")?.toString() ?? "");
}

function storiesIn(files: Tree): EditionStories {
  return JSON.parse(files.get("offline/stories.json")?.toString() ?? "");
}

function filesOf(scope: ScopeId, pictures: boolean): readonly string[] {
  return filesOfScope({ part: scope, pictures }, [...tree.keys()], stories);
}

const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + (tree.get(file)?.length ?? Number.NaN), 0);
const isStory = (file: string) => Object.hasOwn(stories, file.replace(/index\.html$/, ""));

/** The files that pages load, by path. */
function fetchedBy(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => pages.get(file) ?? []).flatMap(fetchedByPage);
}

function fetchedByPage({ path, elements }: SitePage): readonly string[] {
  const forDevices = /manifest|apple-touch-icon/;
  return elements
    .filter((element) => isFetched(element) && !forDevices.test(element.attributes.get("rel") ?? ""))
    .flatMap(addressesOf)
    .map((written) => new URL(written, `http://site.invalid${path}`).pathname.slice(1));
}

/** The scripts and fonts that scripts and styles refer to, by path. */
function siblingsIn(file: string): readonly string[] {
  const names =
    tree
      .get(file)
      ?.toString()
      .match(/[\w-]+-[0-9A-Za-z]{8,10}\.(?:js|woff2)/g) ?? [];
  return names.map((name) => `assets/${name}`);
}

describe("the scopes of the shipped edition", () => {
  it("are everything, the newest month, its sections in their order and its years", () => {
    const sections = settings.sections.map(({ id }) => `section:${id}`);
    const years = [...new Set(Object.keys(stories).map((folder) => `year:${folder.slice(0, 4)}`))].sort().reverse();
    expect(scopes.map(({ id }) => id)).toEqual(["everything", "new", ...sections, ...years]);
  });

  it("list every story once, with its section", () => {
    const storyPages = [...tree.keys()].filter((file) => /^\d{4}\/\d{2}\/\d{2}\/[^/]+\/index\.html$/.test(file));
    expect(Object.keys(stories).map((folder) => `${folder}index.html`)).toEqual(storyPages.sort());
    for (const [folder, [section]] of Object.entries(stories)) {
      expect(pages.get(`${folder}index.html`)?.html, folder).toMatch(new RegExp(`href="[./]*/${section}/"`));
    }
  });

  it("have a small list", () => {
    expect(tree.get("offline/parts.json")?.length).toBeLessThan(4 * 1024);
  });
});

describe.each(scopes)("$name", ({ id, bytes, pictureBytes, stories: count }) => {
  const files = filesOf(id, true);
  const included = new Set(files);

  it("has exactly the listed size, with pictures and without", () => {
    expect(sizeOf(filesOf(id, false))).toBe(bytes);
    expect(sizeOf(files)).toBe(bytes + pictureBytes);
    expect(files.filter(isStory)).toHaveLength(count);
    expect(count).toBeGreaterThan(0);
  });

  it("consists of files of the manifest, without pictures if none are selected", () => {
    const listed = new Set(Object.keys(JSON.parse(tree.get("edition.json")?.toString() ?? "").files));
    expect(files.filter((file) => !listed.has(file))).toEqual([]);
    expect(filesOf(id, false)).toEqual(files.filter((file) => !file.startsWith("pictures/")));
  });

  it("has every script, style, font and icon that its pages load, directly or indirectly", () => {
    const assets = new Set(fetchedBy(files).filter((file) => !file.startsWith("pictures/")));
    expect(assets.size).toBeGreaterThan(3);
    for (const file of assets) for (const sibling of siblingsIn(file)) assets.add(sibling);
    expect([...assets].filter((file) => !included.has(file))).toEqual([]);
  });

  it("has one file of every picture of its stories", () => {
    const stems = new Set(files.map(imageStem));
    const shown = fetchedBy(files.filter(isStory));
    const missing = shown.map(imageStem).filter((stem) => stem !== undefined && !stems.has(stem));
    expect([...new Set(missing)]).toEqual([]);
    expect(files.filter((file) => file.startsWith("pictures/")).map(imageStem)).toHaveLength(stems.size - 1);
  });

  it("has the search, with complete shards of exactly the years of its stories", () => {
    const years = new Set(files.filter(isStory).map((file) => file.slice(0, 4)));
    const expected = [...tree.keys()].filter(
      (file) => /^pagefind\/[^/]+$/.test(file) || (file.startsWith("pagefind/") && years.has(file.slice(9, 13))),
    );
    expect(files.filter((file) => file.startsWith("pagefind/"))).toEqual(expected.sort());
  });

  it("is a subset of everything", () => {
    const everything = new Set(filesOf("everything", true));
    expect(files.filter((file) => !everything.has(file))).toEqual([]);
  });
});

it("everything has every page but 404.html", () => {
  const all = [...tree.keys()].filter((file) => file.endsWith(".html") && file !== "404.html");
  expect(filesOf("everything", false).filter((file) => file.endsWith(".html"))).toEqual(all.sort());
});

describe("one more story", () => {
  const CONTENT = join(ROOT, "tests/site/section-of-two-months/content");
  const FLAGS = ["--as-of", "2026-11-02T12:00:00-05:00", "--markets", "tests/fixtures/no-markets"];
  let before: Tree;
  let after: Tree;

  async function built(content: string): Promise<Tree> {
    const out = join(temporaryFolder(), "site");
    expect(await buildSite(["--content", content, "--out", out, ...FLAGS])).toMatchObject({ code: 0, stderr: "" });
    return readTree(out);
  }

  beforeAll(async () => {
    const content = temporaryFolder();
    cpSync(CONTENT, content, { recursive: true });
    const fields = "section: business\npublished: 2026-11-02T09:00:00-05:00\nauthors: [politics-desk]";
    writeTree(content, [["articles/newest.md", `---\ntitle: The newest\nstandfirst: A story.\n${fields}\n---\n\nText.\n`]]);
    [before, after] = await Promise.all([built(CONTENT), built(content)]);
  });

  it("is added to the list of stories, without other changes", () => {
    const { "2026/11/02/newest/": newest, ...others } = storiesIn(after);
    expect(newest).toEqual(["business"]);
    expect(others).toEqual(storiesIn(before));
  });

  it("is counted in its scopes, and changes the fingerprint", () => {
    const counts = (files: Tree) => Object.fromEntries(scopesIn(files).parts.map(({ id, stories: count }) => [id, count]));
    const countsBefore = counts(before);
    const more = Object.entries(counts(after)).flatMap(([id, count]) => (count === (countsBefore[id] ?? 0) ? [] : [id]));
    expect(more).toEqual(["everything", "new", "section:business", "year:2026"]);
    expect(scopesIn(after).fingerprint).not.toBe(scopesIn(before).fingerprint);
    expect(scopesIn(after).date).toBe("2026-11-02T09:00:00-05:00");
  });
});
