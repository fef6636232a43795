import { afterEach, describe, expect, it, vi } from "vitest";
import type { SaveProgress, SaveState } from "../../src/formats/offline/download.ts";
import type { Selection } from "../../src/formats/offline/scopes.ts";
import { Device, deviceWith, EVERYTHING } from "./edition-device.ts";
import { EditionHost, edition, LISTS, STORY_LIST, sha256 } from "./edition-host.ts";

const POLITICS: Selection = { part: "section:politics", pictures: false };
/** What the host has that is not for reading. */
const NOT_TAKEN = ["404.html", "politics/feed.xml"];

const sizeOf = (texts: Iterable<string>) => [...texts].reduce((sum, text) => sum + text.length, 0);
const progressIn = (states: readonly SaveState[]): readonly SaveProgress[] =>
  states.flatMap((state) => (state.phase === "saving" ? [state.progress] : []));

afterEach(() => void vi.unstubAllGlobals());

describe("an edition that is taken along", () => {
  it("is kept whole, to the byte, and nothing is left to be done", async () => {
    const { device, tab } = await deviceWith(EVERYTHING);
    const expected = Object.entries(edition()).filter(([path]) => !NOT_TAKEN.includes(path));
    expect(await device.read()).toEqual(Object.fromEntries(expected));
    expect(tab.state).toEqual({ phase: "idle" });
    expect(await device.store.task()).toBeUndefined();
  });

  it("tells its date, its size and what it holds", async () => {
    const { device, tab } = await deviceWith(EVERYTHING);
    const [everything] = (await tab.keeper.parts()).parts;
    expect(await tab.keeper.kept()).toEqual({
      selection: EVERYTHING,
      name: "Everything",
      stories: 3,
      bytes: (everything?.bytes ?? 0) + (everything?.pictureBytes ?? 0),
      fingerprint: expect.any(String),
      date: "2026-11-02",
      keptAtMs: expect.any(Number),
      files: expect.objectContaining({ "index.html": sha256("Front") }),
    });
    expect((await device.store.file(sha256("Front")))?.type).toBe("text/html");
  });

  it("holds of a part what can be read and searched of it, and no pictures of stories where none are wanted", async () => {
    const { device } = await deviceWith(POLITICS);
    const paths = Object.keys(await device.read());
    expect(paths).toContain("2026/11/02/strait/index.html");
    expect(paths).toContain("pagefind/2026/all.pf_index");
    expect(paths).not.toContain("pagefind/2025/all.pf_index");
    expect(paths).not.toContain("2025/12/30/oil/index.html");
    expect(paths).not.toContain("pictures/strait-1111111111-800.avif");
  });

  it("is fetched at addresses that no host redirects, and nothing of it twice", async () => {
    const { host } = await deviceWith(EVERYTHING);
    expect(host.asked).toContain("");
    expect(host.asked).toContain("2026/11/02/strait/");
    expect(host.asked.filter((path) => path.endsWith("index.html"))).toEqual([]);
    expect(new Set(host.asked).size).toBe(host.asked.length);
    // The same bytes at two addresses.
    expect(host.asked.filter((path) => path.endsWith("wasm.pagefind"))).toHaveLength(1);
  });

  it("is asked for at the network itself, in names that addresses cannot hold as they are", async () => {
    const name = "assets/50% off?#1.css";
    const { device, host } = await deviceWith(EVERYTHING, new EditionHost(edition({ [name]: "b{}" })));
    expect(host.asked).toContain(name);
    expect((await device.read())[name]).toBe("b{}");
    expect(
      host.requests.every(({ cache, headers }) => cache === "no-store" && new Headers(headers).get("Accept") === "*/*"),
    ).toBe(true);
  });

  it("is written in batches", async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`assets/part-${n}.js`, `let n = ${n};`]));
    const large = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`assets/large-${n}.js`, `${n}`.repeat(2 ** 19)]));
    const tab = new Device(new EditionHost(edition({ ...many, ...large }))).open();
    const written = vi.spyOn(tab.store, "addFiles");
    await tab.save(EVERYTHING);
    const batches = written.mock.calls.map(([files]) => files);
    expect(batches.length).toBeLessThan(12);
    expect(Math.max(...batches.map(({ length }) => length))).toBe(16);
    const bytes = batches.map((files) => files.reduce((sum, file) => sum + file.bytes.byteLength, 0));
    expect(Math.max(...bytes)).toBeLessThan(1.5 * 2 ** 20);
  });

  it("tells how far it is, in bytes and stories, up to all of what is fetched", async () => {
    const device = new Device(new EditionHost());
    let nowMs = 0;
    const tab = device.open({ nowMs: () => (nowMs += 250) });
    await tab.save(EVERYTHING);
    const told = progressIn(tab.states);
    const contents = new Set(Object.values(await device.read()).map(String));
    const first = Buffer.byteLength(edition()[STORY_LIST] ?? "");
    expect(told.at(0)).toEqual({ bytes: first, bytesInAll: sizeOf(contents), stories: 0, storiesInAll: 3 });
    expect(told.at(-1)).toEqual({ bytes: sizeOf(contents), bytesInAll: sizeOf(contents), stories: 3, storiesInAll: 3 });
    expect(told.map(({ bytes }) => bytes)).toEqual(told.map(({ bytes }) => bytes).toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(10);
  });

  it("tells it no more than four times a second", async () => {
    const device = new Device(new EditionHost());
    const tab = device.open({ nowMs: () => 0 });
    await tab.save(EVERYTHING);
    expect(progressIn(tab.states)).toHaveLength(2);
  });

  it("is asked to be kept for good when it is saved, and never else", async () => {
    const device = new Device(new EditionHost());
    const tab = device.open();
    await tab.keeper.goOn();
    await tab.keeper.parts();
    expect(device.persistAsked).toBe(0);
    await tab.save(EVERYTHING);
    await tab.keeper.resume();
    expect(device.persistAsked).toBe(1);
  });

  it("is kept by a browser that does not promise to keep anything", async () => {
    const device = new Device(new EditionHost());
    const tab = device.open({ storage: { persist: () => Promise.reject(new TypeError()) } });
    expect(await tab.save(EVERYTHING)).toEqual({ phase: "idle" });
    expect(await tab.keeper.freeBytes()).toBeUndefined();
  });
});

describe("an edition that is brought up to date", () => {
  const CHANGED = { "2026/11/02/strait/index.html": "<p>The strait is closed again" };

  it("fetches what has changed and nothing else, and deletes what no edition has any more", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    const before = await device.store.hashes();
    host.deploy(edition(CHANGED), "2026-11-03");
    host.asked = [];
    tab.states.length = 0;
    await tab.save(EVERYTHING);
    expect(host.asked.toSorted()).toEqual([...LISTS, "2026/11/02/strait/"].toSorted());
    expect(progressIn(tab.states).at(-1)).toEqual({ bytes: 29, bytesInAll: 29, stories: 1, storiesInAll: 1 });
    expect(await device.kept()).toMatchObject({ date: "2026-11-03", stories: 3 });
    tab.close();
    await device.reopened();
    expect((await device.store.hashes()).size).toBe(before.size);
  });

  it("asks for nothing but the lists where it is up to date", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    host.asked = [];
    await tab.save(EVERYTHING);
    expect(host.asked.toSorted()).toEqual(LISTS.toSorted());
    expect((await device.store.held()).former).toEqual([]);
  });

  it("fetches nothing for a part of what is kept, and deletes the rest once no page is made from it", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    host.asked = [];
    await tab.save(POLITICS);
    expect(host.asked.toSorted()).toEqual(LISTS.toSorted());
    expect(Object.keys(await device.read())).not.toContain("2025/12/index.html");
    expect(await device.store.file(sha256("December"))).toBeDefined();
    tab.close();
    await device.reopened();
    expect(await device.store.file(sha256("December"))).toBeUndefined();
  });

  it("is offered where the host has another edition that still has the part", async () => {
    const { host, tab } = await deviceWith(POLITICS);
    expect(await tab.keeper.newerEdition()).toBeUndefined();
    host.deploy(edition(CHANGED), "2026-11-03");
    expect(await tab.keeper.newerEdition()).toMatchObject({ date: "2026-11-03" });
    host.deploy(edition(CHANGED), "2026-11-03", ["everything"]);
    expect(await tab.keeper.newerEdition()).toBeUndefined();
    host.trouble("offline/parts.json", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await tab.keeper.newerEdition()).toBeUndefined();
  });

  it("is offered to nobody who has taken nothing along, and nothing is asked for", async () => {
    const device = new Device(new EditionHost());
    expect(await device.open().keeper.newerEdition()).toBeUndefined();
    expect(device.host.asked).toEqual([]);
  });
});

describe("the parts of an edition", () => {
  it("are rejected where the host sends something else", async () => {
    const device = new Device(new EditionHost());
    const { keeper } = device.open();
    const page = { headers: { "Content-Type": "text/html" } };
    device.host.trouble(
      "offline/parts.json",
      () => new Response("<p>Sign in", page),
      () => new Response('{"parts":[{}]}'),
      () => new Response(null, { status: 503 }),
    );
    for (const words of ["200", "200", "503"]) await expect(keeper.parts()).rejects.toThrow(`${words} for /offline/parts.json`);
    expect(await keeper.parts()).toMatchObject({ date: "2026-11-02" });
  });
});

describe("a device", () => {
  it("that has too little room is told of before anything is fetched but the lists", async () => {
    const device = new Device(new EditionHost());
    device.quota = { quota: 1000, usage: 900 };
    const tab = device.open();
    const state = await tab.save(EVERYTHING);
    const neededBytes = sizeOf(
      new Set(Object.entries(edition()).flatMap(([path, text]) => (NOT_TAKEN.includes(path) ? [] : [text]))),
    );
    // The list of stories is among it, and there already.
    const freeBytes = 100 + Buffer.byteLength(edition()[STORY_LIST] ?? "");
    expect(neededBytes).toBeGreaterThan(freeBytes);
    expect(state).toEqual({ phase: "stopped", selection: EVERYTHING, fault: { kind: "no-room", neededBytes, freeBytes } });
    expect(device.host.asked.toSorted()).toEqual([...LISTS, STORY_LIST].toSorted());
    device.quota = { quota: 10_000, usage: 900 };
    await tab.keeper.resume();
    expect(await tab.settled()).toEqual({ phase: "idle" });
  });

  it("needs room for the difference only", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    device.quota = { quota: 1000, usage: 970 };
    host.deploy(edition({ "index.html": "A new front" }), "2026-11-03");
    expect(await tab.save(EVERYTHING)).toEqual({ phase: "idle" });
  });

  it("whose browser gives no storage is told so, and holds nothing", async () => {
    const device = new Device(new EditionHost());
    vi.stubGlobal("indexedDB", undefined);
    const tab = device.open();
    expect(await tab.keeper.kept()).toBeUndefined();
    expect(await tab.keeper.task()).toBeUndefined();
    await tab.keeper.goOn();
    expect(tab.state).toEqual({ phase: "idle" });
    const stopped = { phase: "stopped", selection: EVERYTHING, fault: { kind: "no-storage" } };
    expect(await tab.save(EVERYTHING)).toEqual(stopped);
    await tab.keeper.resume();
    expect(tab.state).toEqual(stopped);
    await tab.keeper.cancel();
    expect(tab.state).toEqual({ phase: "idle" });
  });

  it("whose browser has no locks is treated likewise", async () => {
    const tab = new Device(new EditionHost()).open({ locks: undefined });
    expect(await tab.save(EVERYTHING)).toEqual({ phase: "stopped", selection: EVERYTHING, fault: { kind: "no-storage" } });
  });

  it("is empty after what it keeps is deleted", async () => {
    const { device, tab } = await deviceWith(EVERYTHING);
    await tab.keeper.delete();
    expect(await tab.keeper.kept()).toBeUndefined();
    expect(await device.store.hashes()).toEqual(new Set());
  });

  it("says where that cannot be done", async () => {
    const { device } = await deviceWith(EVERYTHING);
    const tab = device.open({ askWorker: async () => ({ done: false, reason: "UnknownError" }) });
    await expect(tab.keeper.delete()).rejects.toMatchObject({ name: "UnknownError" });
    expect(await tab.keeper.kept()).toBeDefined();
  });
});
