import { brotliCompressSync } from "node:zlib";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { bundleWorker, shellOf } from "../../src/node/publish/offline/write-offline-worker.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, ROOT, readTree } from "./build-site.ts";

const WORKER = "offline-worker.js";
const tree = readTree(inject("siteFolder"));
const worker = tree.get(WORKER)?.toString() ?? "";

/** A list of the shell that the worker contains. */
function listed(name: "files" | "pages"): readonly string[] {
  const [, list = ""] = new RegExp(`${name}:\\[("[^\\]]+)\\]`).exec(worker) ?? [];
  return [...list.matchAll(/"([^"]+)"/g)].map(([, path = ""]) => path);
}

describe("the offline worker", () => {
  it("has at most 15 KiB compressed", () => {
    expect(worker).not.toBe("");
    expect(brotliCompressSync(worker).length).toBeLessThanOrEqual(15 * 1024);
  });

  it("lists the scripts, styles, fonts and icon that pages load, and existing pages", () => {
    const loaded = [...tree.keys()].filter((file) => /^assets\/(?!feed-).*\.(?:js|css|woff2|svg)$/.test(file));
    expect(loaded.length).toBeGreaterThan(5);
    expect(listed("files")).toEqual(loaded.map((file) => `/${file}`).sort());
    expect(listed("pages")).toEqual(["/", "/search/", "/offline/"]);
    for (const page of listed("pages")) expect(tree.has(`${page.slice(1)}index.html`), page).toBe(true);
  });

  it("is listed in the edition's manifest", () => {
    expect(tree.get("edition.json")?.toString()).toContain(WORKER);
  });

  it("depends on the shell alone", async () => {
    const bundled = async (file: `/${string}`) => {
      const shell = shellOf([file], "0123456789");
      return Buffer.from((await bundleWorker(ROOT, shell)).bytes).toString();
    };
    const [one, again, other] = [
      await bundled("/assets/a-1.js"),
      await bundled("/assets/a-1.js"),
      await bundled("/assets/a-2.js"),
    ];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });
});

describe("a site that disables reading offline", () => {
  let retired: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    const out = temporaryFolder();
    const { code, stderr } = await buildSite([
      "--content",
      "tests/site/site-without-address/content",
      "--out",
      out,
      "--retire-offline",
    ]);
    expect(code, stderr).toBe(0);
    retired = readTree(out);
  });

  it("has a worker that removes itself and answers no requests", async () => {
    const text = retired.get(WORKER)?.toString();
    expect(text).toBe(Buffer.from((await bundleWorker(ROOT, undefined)).bytes).toString());
    expect(text).toContain("unregister");
    expect(text).not.toContain('"fetch"');
  });

  it("registers no worker on any page", () => {
    const registers = (files: ReadonlyMap<string, Buffer>) =>
      [...files]
        .filter(([file, bytes]) => /^assets\/.*\.js$/.test(file) && bytes.includes("serviceWorker.register("))
        .map(([file]) => file);
    expect(registers(tree)).not.toEqual([]);
    expect(registers(retired)).toEqual([]);
  });

  it("has no lists for downloads", () => {
    const lists = (files: ReadonlyMap<string, Buffer>) => [...files.keys()].filter((file) => /^offline\/.*json$/.test(file));
    expect(lists(tree)).toEqual(["offline/parts.json", "offline/stories.json"]);
    expect(lists(retired)).toEqual([]);
  });

  it("says so on the offline page, which lists and explains nothing", () => {
    const page = (files: ReadonlyMap<string, Buffer>) => files.get("offline/index.html")?.toString();
    expect(page(retired)).toContain("Reading offline is switched off for now.");
    for (const part of ['id="kept_pages"', 'id="how_it_works"']) {
      expect(page(tree)).toContain(part);
      expect(page(retired)).not.toContain(part);
    }
  });
});
