import { describe, expect, inject, it } from "vitest";
import { routeOf } from "../../src/browser/offline/worker/routes.ts";
import { HEAD_BYTES, isOwnFile } from "../../src/formats/publication-mark.ts";
import { servedPath } from "../../src/model/urls.ts";
import { HOST_FILES } from "../../src/node/publish/hosts/hosts.ts";
import { readTree } from "./build-site.ts";

const ROOT_URL = "https://paper.example";
const OTHER_MARK = "0123456789";
const NOT_FOUND = "404.html";
/** Nobody opens the files of hosts, although their names look like those of pages. The licences are no page. */
const NOT_STORED: ReadonlySet<string> = new Set([NOT_FOUND, "licences.txt", ...HOST_FILES]);

const tree = readTree(inject("siteFolder"));
const [, mark = ""] = /<html [^>]*data-site="([^"]+)"/.exec(tree.get("index.html")?.toString() ?? "") ?? [];

/** The files that the offline worker may store: those below the routes of its caches. */
const stored = [...tree].flatMap(([file, bytes]) => {
  const request = { url: ROOT_URL + servedPath(file), method: "GET", cache: "default", headers: new Headers() } as const;
  const route = routeOf({ ...request, mode: "navigate" }, `${ROOT_URL}/`);
  return route === undefined || NOT_STORED.has(file)
    ? []
    : [{ path: servedPath(file).slice(1), start: bytes.subarray(0, HEAD_BYTES) }];
});

const foreign = (of: string) => stored.filter(({ path, start }) => !isOwnFile(path, start, of)).map(({ path }) => path);

describe("the publication's mark", () => {
  it("is recognized in every file that the offline worker may store", () => {
    expect(mark).toMatch(/^[0-9a-f]{10}$/);
    expect(stored.length).toBeGreaterThan(500);
    expect(foreign(mark)).toEqual([]);
  });

  it("tells the pages, scripts, styles and lists of another publication apart", () => {
    const others = new Set(foreign(OTHER_MARK));
    const text = stored.map(({ path }) => path).filter((path) => /(?:^|\/|\.html|\.js|\.css|\.json|\.txt)$/.test(path));
    expect(text.filter((path) => !others.has(path))).toEqual([]);
  });

  it("is not in 404.html, which a host may send with status 200", () => {
    expect(isOwnFile(NOT_FOUND, tree.get(NOT_FOUND)?.subarray(0, HEAD_BYTES) ?? Buffer.of(), mark)).toBe(false);
  });
});
