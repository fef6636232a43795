import { describe, expect, it } from "vitest";
import type { HeldEditions } from "../../src/browser/offline/store/edition-store.ts";
import { editionPath, findFile, findStandIn, withStarted } from "../../src/browser/offline/worker/edition-files.ts";
import type { KeptEdition } from "../../src/formats/offline/stored-edition.ts";

const SCOPE = "https://paper.example/news/";

const edition = (date: string, files: KeptEdition["files"]): KeptEdition => ({
  selection: { part: "everything", pictures: true },
  name: "Everything",
  stories: 1,
  bytes: 1,
  fingerprint: date,
  date,
  keptAtMs: 0,
  files,
});

const oldest = edition("2026-01-01", {
  "index.html": "front 1",
  "assets/a-1.js": "script 1",
  "pagefind/manifest.json": "list 1",
});
const older = edition("2026-01-02", {
  "index.html": "front 2",
  "assets/a-2.js": "script 2",
  "pagefind/manifest.json": "list 2",
  "gone/index.html": "gone",
});
const newest = edition("2026-01-03", {
  "index.html": "front 3",
  "assets/a-3.js": "script 3",
  "pagefind/manifest.json": "list 3",
  "pictures/port-0123456789-800.avif": "port",
  "pictures/port-9876543210-1200.avif": "port, cropped",
});
const held: HeldEditions = {
  kept: newest,
  former: [
    { edition: oldest, clients: ["tab 1", "tab 2"] },
    { edition: older, clients: ["tab 3"] },
  ],
};

const unhashed = (path: string, client = "") => findFile(held, { path, client, isHashed: false })?.sha256;
const hashed = (path: string, client = "") => findFile(held, { path, client, isHashed: true })?.sha256;

describe("the file of an edition", () => {
  it.each([
    ["", "index.html"],
    ["index.html", "index.html"],
    ["?from=letter", "index.html"],
    ["politics/", "politics/index.html"],
    ["politics", "politics/index.html"],
    ["politics/index.html", "politics/index.html"],
    ["politics/?page=2#main", "politics/index.html"],
    ["2026/01/07/paris-talks", "2026/01/07/paris-talks/index.html"],
    ["forwarding.html", "forwarding.html"],
    ["assets/site-1.js", "assets/site-1.js"],
    ["pagefind/2026/pagefind-entry.json?ts=1", "pagefind/2026/pagefind-entry.json"],
    ["%70olitics/", "politics/index.html"],
    ["pictures/%C3%A9toile-1.avif", "pictures/étoile-1.avif"],
    ["politics/%", undefined],
  ])("at the address %j is %s", (address, path) => {
    expect(editionPath(SCOPE + address, SCOPE)).toBe(path);
    expect(editionPath(`https://paper.example/${address}`, "https://paper.example/")).toBe(path);
  });

  it("is that of the kept edition, for all who open a page now", () => {
    expect(unhashed("index.html")).toBe("front 3");
    expect(unhashed("pagefind/manifest.json", "another tab")).toBe("list 3");
    expect(unhashed("gone/index.html")).toBeUndefined();
    expect(findFile(held, { path: "index.html", client: "", isHashed: false })?.edition).toBe(newest);
  });

  it("is that of the edition that an open page was made from, for this page", () => {
    expect(unhashed("pagefind/manifest.json", "tab 2")).toBe("list 1");
    expect(unhashed("pagefind/manifest.json", "tab 3")).toBe("list 2");
  });

  it("is given from any edition where its name tells its content, and from no other edition else", () => {
    expect(hashed("assets/a-2.js", "tab 1")).toBe("script 2");
    expect(hashed("assets/a-1.js")).toBe("script 1");
    expect(hashed("assets/a-3.js", "tab 1")).toBe("script 3");
    expect(unhashed("assets/a-1.js")).toBeUndefined();
  });

  it("is none where nothing is kept, or by a name that every object has", () => {
    const nothing: HeldEditions = { kept: undefined, former: [] };
    expect(findFile(nothing, { path: "index.html", client: "", isHashed: true })).toBeUndefined();
    expect(hashed("constructor")).toBeUndefined();
  });
});

describe("a picture in a width or format that is not kept", () => {
  it("is shown by the file that is kept of it", () => {
    for (const path of ["pictures/port-0123456789-480.avif", "pictures/port-0123456789-1600.png"]) {
      expect(findStandIn(held, { path, client: "" })?.sha256).toBe("port");
    }
  });

  it("is never shown by another picture of that name, nor anything else by a picture", () => {
    expect(findStandIn(held, { path: "pictures/port-0000000000-480.avif", client: "" })).toBeUndefined();
    expect(findStandIn(held, { path: "pictures/card-1.png", client: "" })).toBeUndefined();
  });
});

it("a worker that an open page starts goes on with the edition of that page", () => {
  const joined = withStarted(held, "worker", "tab 3");
  expect(findFile(joined, { path: "pagefind/manifest.json", client: "worker", isHashed: false })?.sha256).toBe("list 2");
  expect(joined.former[0]).toBe(held.former[0]);
  expect(joined.former[1]?.clients).toEqual(["tab 3", "worker"]);
});
