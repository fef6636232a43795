import { describe, expect, it } from "vitest";
import { editionPath, findFallbackImage, findFile, withClient } from "../../src/browser/offline/worker/edition-files.ts";
import type { StoredEdition, StoredEditions } from "../../src/formats/offline/stored-edition.ts";

const SCOPE = "https://paper.example/news/";

const edition = (date: string, files: StoredEdition["files"]): StoredEdition => ({
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
const editions: StoredEditions = {
  kept: newest,
  former: [
    { edition: oldest, clients: ["tab 1", "tab 2"] },
    { edition: older, clients: ["tab 3"] },
  ],
};

const unhashed = (path: string, client = "") => findFile(editions, { path, client, isHashed: false })?.sha256;
const hashed = (path: string, client = "") => findFile(editions, { path, client, isHashed: true })?.sha256;

describe("a file of an edition", () => {
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

  it("comes from the current edition for new pages", () => {
    expect(unhashed("index.html")).toBe("front 3");
    expect(unhashed("pagefind/manifest.json", "another tab")).toBe("list 3");
    expect(unhashed("gone/index.html")).toBeUndefined();
    expect(findFile(editions, { path: "index.html", client: "", isHashed: false })?.edition).toBe(newest);
  });

  it("comes from the edition of the page for an open page", () => {
    expect(unhashed("pagefind/manifest.json", "tab 2")).toBe("list 1");
    expect(unhashed("pagefind/manifest.json", "tab 3")).toBe("list 2");
  });

  it("may come from any edition only if its name is hashed", () => {
    expect(hashed("assets/a-2.js", "tab 1")).toBe("script 2");
    expect(hashed("assets/a-1.js")).toBe("script 1");
    expect(hashed("assets/a-3.js", "tab 1")).toBe("script 3");
    expect(unhashed("assets/a-1.js")).toBeUndefined();
  });

  it("is none where nothing is stored, or for a name that every object has", () => {
    const nothing: StoredEditions = { kept: undefined, former: [] };
    expect(findFile(nothing, { path: "index.html", client: "", isHashed: true })).toBeUndefined();
    expect(hashed("constructor")).toBeUndefined();
  });
});

describe("a picture in a width or format that is not stored", () => {
  it("falls back to its offline variant", () => {
    for (const path of ["pictures/port-0123456789-480.avif", "pictures/port-0123456789-1600.png"]) {
      expect(findFallbackImage(editions, { path, client: "" })?.sha256).toBe("port");
    }
  });

  it("never falls back to another picture of that name, nor anything else to a picture", () => {
    expect(findFallbackImage(editions, { path: "pictures/port-0000000000-480.avif", client: "" })).toBeUndefined();
    expect(findFallbackImage(editions, { path: "pictures/card-1.png", client: "" })).toBeUndefined();
  });
});

it("a worker that an open page starts uses the edition of that page", () => {
  const editionsWithWorker = withClient(editions, "worker", "tab 3");
  expect(findFile(editionsWithWorker, { path: "pagefind/manifest.json", client: "worker", isHashed: false })?.sha256).toBe(
    "list 2",
  );
  expect(editionsWithWorker.former[0]).toBe(editions.former[0]);
  expect(editionsWithWorker.former[1]?.clients).toEqual(["tab 3", "worker"]);
});
