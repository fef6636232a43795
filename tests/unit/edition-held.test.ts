import { describe, expect, it } from "vitest";
import type { EditionStore, HeldEditions } from "../../src/browser/offline/store/edition-store.ts";
import { deleteEdition, doneBy, dropUnused, swapEdition } from "../../src/browser/offline/store/stored-editions.ts";
import type { SaveTask } from "../../src/formats/offline/download.ts";
import type { KeptEdition } from "../../src/formats/offline/stored-edition.ts";
import { Device, EVERYTHING } from "./edition-device.ts";
import { EditionHost } from "./edition-host.ts";

/** An edition whose files are called after what is in them. */
function keptEdition(fingerprint: string, ...hashes: string[]): KeptEdition {
  const files = Object.fromEntries(hashes.map((sha256) => [`${sha256}/index.html`, sha256]));
  return { selection: EVERYTHING, name: "Everything", stories: 0, bytes: 0, fingerprint, date: "", keptAtMs: 0, files };
}

const MONDAY = keptEdition("monday", "both", "old");
const TUESDAY = keptEdition("tuesday", "both", "new");
const WEDNESDAY = keptEdition("wednesday", "newest");

async function storeWith(...hashes: string[]): Promise<EditionStore> {
  const { store } = new Device(new EditionHost());
  await store.addFiles(hashes.map((sha256) => ({ sha256, type: "text/html", bytes: new ArrayBuffer(1) })));
  return store;
}

const hold = (store: EditionStore, held: HeldEditions) => store.revise(({ task }) => ({ held, task, unused: [] }));

const hashesIn = async (store: EditionStore) => [...(await store.hashes())].toSorted();

describe("an edition that comes for another", () => {
  it("leaves the files of that for the pages that are made from it, and deletes the others", async () => {
    const store = await storeWith("both", "old", "new", "stray");
    await swapEdition(store, MONDAY, ["a page"]);
    expect(await store.held()).toEqual({ kept: MONDAY, former: [] });
    expect(await hashesIn(store)).toEqual(["both", "old"]);
    await store.addFiles([{ sha256: "new", type: "", bytes: new ArrayBuffer(1) }]);
    await swapEdition(store, TUESDAY, ["a page", "another"]);
    expect(await store.held()).toEqual({ kept: TUESDAY, former: [{ edition: MONDAY, clients: ["a page", "another"] }] });
    expect(await hashesIn(store)).toEqual(["both", "new", "old"]);
  });

  it("leaves nothing where no page is open", async () => {
    const store = await storeWith("both", "old", "new");
    await hold(store, { kept: MONDAY, former: [] });
    await swapEdition(store, TUESDAY, []);
    expect(await store.held()).toEqual({ kept: TUESDAY, former: [] });
    expect(await hashesIn(store)).toEqual(["both", "new"]);
  });

  it("leaves every page with the edition that it is made from", async () => {
    const store = await storeWith("both", "old", "new", "newest");
    await hold(store, { kept: TUESDAY, former: [{ edition: MONDAY, clients: ["early", "gone"] }] });
    await swapEdition(store, WEDNESDAY, ["early", "late"]);
    expect((await store.held()).former).toEqual([
      { edition: MONDAY, clients: ["early", "gone"] },
      { edition: TUESDAY, clients: ["late"] },
    ]);
    await dropUnused(store, ["late"]);
    expect((await store.held()).former).toEqual([{ edition: TUESDAY, clients: ["late"] }]);
    expect(await hashesIn(store)).toEqual(["both", "new", "newest"]);
    await dropUnused(store, ["new page"]);
    expect(await hashesIn(store)).toEqual(["newest"]);
  });

  it("may come twice", async () => {
    const store = await storeWith("both", "old", "new");
    await hold(store, { kept: MONDAY, former: [] });
    await swapEdition(store, TUESDAY, ["a page"]);
    const once = await store.held();
    await swapEdition(store, TUESDAY, ["a page", "another"]);
    expect(await store.held()).toEqual(once);
  });

  it("does not come unless all its files are there", async () => {
    const store = await storeWith("both", "old");
    await hold(store, { kept: MONDAY, former: [] });
    await expect(swapEdition(store, TUESDAY, [])).rejects.toMatchObject({ name: "NotFoundError" });
    expect(await store.held()).toEqual({ kept: MONDAY, former: [] });
    expect(await hashesIn(store)).toEqual(["both", "old"]);
  });

  it("ends the save that it comes from, and no other", async () => {
    const store = await storeWith("both", "old", "fetched");
    const other: SaveTask = { selection: { part: "year:2026", pictures: true }, isPaused: true };
    await store.changeTask(() => other);
    await swapEdition(store, MONDAY, []);
    expect(await store.task()).toEqual(other);
    expect(await hashesIn(store)).toEqual(["both", "fetched", "old"]);
    await store.changeTask(() => ({ selection: EVERYTHING, isPaused: false }));
    await swapEdition(store, MONDAY, []);
    expect(await store.task()).toBeUndefined();
    expect(await hashesIn(store)).toEqual(["both", "old"]);
  });
});

describe("files that no edition has", () => {
  it.each<[string, SaveTask["fault"], boolean]>([
    ["goes on", undefined, true],
    ["met a damaged file", { kind: "damaged", path: "index.html" }, true],
    ["met a host with trouble", { kind: "unavailable", path: "index.html", status: 503 }, true],
    ["found no room", { kind: "no-room", neededBytes: 1, freeBytes: undefined }, false],
    ["found nothing to save", { kind: "no-such-part" }, false],
  ])("stay for a save that can go on with them: one that %s", async (_, fault, isKept) => {
    const store = await storeWith("both", "old", "fetched");
    await hold(store, { kept: MONDAY, former: [] });
    await store.changeTask(() => ({ selection: EVERYTHING, isPaused: false, fault }));
    await dropUnused(store, []);
    expect(await hashesIn(store)).toEqual(isKept ? ["both", "fetched", "old"] : ["both", "old"]);
    await deleteEdition(store);
    expect(await hashesIn(store)).toEqual(isKept ? ["both", "fetched", "old"] : []);
    expect((await store.held()).kept).toBeUndefined();
  });
});

describe("the answer of the worker", () => {
  it("says that it is done, or what the error is called", async () => {
    expect(await doneBy(async () => {})).toEqual({ done: true });
    const full = () => Promise.reject(new DOMException("Full.", "QuotaExceededError"));
    expect(await doneBy(full)).toEqual({ done: false, reason: "QuotaExceededError" });
  });
});
