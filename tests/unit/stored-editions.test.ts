import { describe, expect, it } from "vitest";
import type { EditionStore } from "../../src/browser/offline/store/edition-store.ts";
import { deleteEdition, deleteUnused, outcomeOf, swapEdition } from "../../src/browser/offline/store/stored-editions.ts";
import type { DownloadTask } from "../../src/formats/offline/download.ts";
import type { StoredEdition, StoredEditions } from "../../src/formats/offline/stored-edition.ts";
import { Device, EVERYTHING } from "./fake-device.ts";
import { EditionHost } from "./fake-host.ts";

/** An edition whose paths contain the hashes of its files. */
function storedEdition(fingerprint: string, ...hashes: string[]): StoredEdition {
  const files = Object.fromEntries(hashes.map((sha256) => [`${sha256}/index.html`, sha256]));
  return { selection: EVERYTHING, name: "Everything", stories: 0, bytes: 0, fingerprint, date: "", keptAtMs: 0, files };
}

const MONDAY = storedEdition("monday", "both", "old");
const TUESDAY = storedEdition("tuesday", "both", "new");
const WEDNESDAY = storedEdition("wednesday", "newest");

async function storeWith(...hashes: string[]): Promise<EditionStore> {
  const { store } = new Device(new EditionHost());
  await store.addFiles(hashes.map((sha256) => ({ sha256, type: "text/html", bytes: new ArrayBuffer(1) })));
  return store;
}

const putEditions = (store: EditionStore, editions: StoredEditions) =>
  store.update(({ task }) => ({ editions, task, unused: [] }));

const hashesIn = async (store: EditionStore) => [...(await store.hashes())].toSorted();

describe("an edition that replaces another", () => {
  it("leaves the files that open pages use, and deletes the others", async () => {
    const store = await storeWith("both", "old", "new", "stray");
    await swapEdition(store, MONDAY, ["a page"]);
    expect(await store.editions()).toEqual({ kept: MONDAY, former: [] });
    expect(await hashesIn(store)).toEqual(["both", "old"]);
    await store.addFiles([{ sha256: "new", type: "", bytes: new ArrayBuffer(1) }]);
    await swapEdition(store, TUESDAY, ["a page", "another"]);
    expect(await store.editions()).toEqual({ kept: TUESDAY, former: [{ edition: MONDAY, clients: ["a page", "another"] }] });
    expect(await hashesIn(store)).toEqual(["both", "new", "old"]);
  });

  it("leaves no file of the other where no page is open", async () => {
    const store = await storeWith("both", "old", "new");
    await putEditions(store, { kept: MONDAY, former: [] });
    await swapEdition(store, TUESDAY, []);
    expect(await store.editions()).toEqual({ kept: TUESDAY, former: [] });
    expect(await hashesIn(store)).toEqual(["both", "new"]);
  });

  it("leaves every page with its own edition", async () => {
    const store = await storeWith("both", "old", "new", "newest");
    await putEditions(store, { kept: TUESDAY, former: [{ edition: MONDAY, clients: ["early", "gone"] }] });
    await swapEdition(store, WEDNESDAY, ["early", "late"]);
    expect((await store.editions()).former).toEqual([
      { edition: MONDAY, clients: ["early", "gone"] },
      { edition: TUESDAY, clients: ["late"] },
    ]);
    await deleteUnused(store, ["late"]);
    expect((await store.editions()).former).toEqual([{ edition: TUESDAY, clients: ["late"] }]);
    expect(await hashesIn(store)).toEqual(["both", "new", "newest"]);
    await deleteUnused(store, ["new page"]);
    expect(await hashesIn(store)).toEqual(["newest"]);
  });

  it("may be swapped in twice", async () => {
    const store = await storeWith("both", "old", "new");
    await putEditions(store, { kept: MONDAY, former: [] });
    await swapEdition(store, TUESDAY, ["a page"]);
    const once = await store.editions();
    await swapEdition(store, TUESDAY, ["a page", "another"]);
    expect(await store.editions()).toEqual(once);
  });

  it("is not swapped in unless all its files are stored", async () => {
    const store = await storeWith("both", "old");
    await putEditions(store, { kept: MONDAY, former: [] });
    await expect(swapEdition(store, TUESDAY, [])).rejects.toMatchObject({ name: "NotFoundError" });
    expect(await store.editions()).toEqual({ kept: MONDAY, former: [] });
    expect(await hashesIn(store)).toEqual(["both", "old"]);
  });

  it("ends its own download, and no other", async () => {
    const store = await storeWith("both", "old", "fetched");
    const other: DownloadTask = { selection: { part: "year:2026", pictures: true }, isPaused: true };
    await store.updateTask(() => other);
    await swapEdition(store, MONDAY, []);
    expect(await store.task()).toEqual(other);
    expect(await hashesIn(store)).toEqual(["both", "fetched", "old"]);
    await store.updateTask(() => ({ selection: EVERYTHING, isPaused: false }));
    await swapEdition(store, MONDAY, []);
    expect(await store.task()).toBeUndefined();
    expect(await hashesIn(store)).toEqual(["both", "old"]);
  });
});

describe("files of no edition", () => {
  it.each<[string, DownloadTask["fault"], boolean]>([
    ["is running", undefined, true],
    ["met a damaged file", { kind: "damaged", path: "index.html" }, true],
    ["met a busy host", { kind: "unavailable", path: "index.html", status: 503 }, true],
    ["ran out of space", { kind: "no-room", neededBytes: 1, freeBytes: undefined }, false],
    ["lost its scope", { kind: "no-such-part" }, false],
  ])("stay only for a download that can use them: one that %s", async (_, fault, staysStored) => {
    const store = await storeWith("both", "old", "fetched");
    await putEditions(store, { kept: MONDAY, former: [] });
    await store.updateTask(() => ({ selection: EVERYTHING, isPaused: false, fault }));
    await deleteUnused(store, []);
    expect(await hashesIn(store)).toEqual(staysStored ? ["both", "fetched", "old"] : ["both", "old"]);
    await deleteEdition(store);
    expect(await hashesIn(store)).toEqual(staysStored ? ["both", "fetched", "old"] : []);
    expect((await store.editions()).kept).toBeUndefined();
  });
});

describe("the answer of the worker", () => {
  it("is success, or the name of the error", async () => {
    expect(await outcomeOf(async () => {})).toEqual({ done: true });
    const full = () => Promise.reject(new DOMException("Full.", "QuotaExceededError"));
    expect(await outcomeOf(full)).toEqual({ done: false, reason: "QuotaExceededError" });
  });
});
