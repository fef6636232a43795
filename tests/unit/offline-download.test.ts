import { afterEach, describe, expect, it, vi } from "vitest";
import type { DownloadProgress, DownloadState } from "../../src/formats/offline/download.ts";
import type { Selection } from "../../src/formats/offline/scopes.ts";
import { Device, deviceWith, EVERYTHING } from "./fake-device.ts";
import { EditionHost, edition, LISTS, STORY_LIST, sha256 } from "./fake-host.ts";

const POLITICS: Selection = { part: "section:politics", pictures: false };
/** Files of the host that are never downloaded. */
const NOT_DOWNLOADED = ["404.html", "politics/feed.xml"];

const sizeOf = (texts: Iterable<string>) => [...texts].reduce((sum, text) => sum + text.length, 0);
const progressIn = (states: readonly DownloadState[]): readonly DownloadProgress[] =>
  states.flatMap((state) => (state.phase === "saving" ? [state.progress] : []));

afterEach(() => void vi.unstubAllGlobals());

describe("a downloaded edition", () => {
  it("is stored completely, to the byte, and no task is left", async () => {
    const { device, tab } = await deviceWith(EVERYTHING);
    const expected = Object.entries(edition()).filter(([path]) => !NOT_DOWNLOADED.includes(path));
    expect(await device.read()).toEqual(Object.fromEntries(expected));
    expect(tab.state).toEqual({ phase: "idle" });
    expect(await device.store.task()).toBeUndefined();
  });

  it("has its date, its size and its files", async () => {
    const { device, tab } = await deviceWith(EVERYTHING);
    const [everything] = (await tab.download.scopes()).parts;
    expect(await tab.download.storedEdition()).toEqual({
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

  it("has the readable and searchable files of its scope, and no pictures where none are selected", async () => {
    const { device } = await deviceWith(POLITICS);
    const paths = Object.keys(await device.read());
    expect(paths).toContain("2026/11/02/strait/index.html");
    expect(paths).toContain("pagefind/2026/all.pf_index");
    expect(paths).not.toContain("pagefind/2025/all.pf_index");
    expect(paths).not.toContain("2025/12/30/oil/index.html");
    expect(paths).not.toContain("pictures/strait-1111111111-800.avif");
  });

  it("is fetched at addresses that no host redirects, each content once", async () => {
    const { host } = await deviceWith(EVERYTHING);
    expect(host.requested).toContain("");
    expect(host.requested).toContain("2026/11/02/strait/");
    expect(host.requested.filter((path) => path.endsWith("index.html"))).toEqual([]);
    expect(new Set(host.requested).size).toBe(host.requested.length);
    // Two paths with the same content.
    expect(host.requested.filter((path) => path.endsWith("wasm.pagefind"))).toHaveLength(1);
  });

  it("is fetched from the network, with encoded file names", async () => {
    const name = "assets/50% off?#1.css";
    const { device, host } = await deviceWith(EVERYTHING, new EditionHost(edition({ [name]: "b{}" })));
    expect(host.requested).toContain(name);
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
    await tab.finish(EVERYTHING);
    const batches = written.mock.calls.map(([files]) => files);
    expect(batches.length).toBeLessThan(12);
    expect(Math.max(...batches.map(({ length }) => length))).toBe(16);
    const bytes = batches.map((files) => files.reduce((sum, file) => sum + file.bytes.byteLength, 0));
    expect(Math.max(...bytes)).toBeLessThan(1.5 * 2 ** 20);
  });

  it("reports its progress in bytes and stories, up to the total", async () => {
    const device = new Device(new EditionHost());
    let nowMs = 0;
    const tab = device.open({ nowMs: () => (nowMs += 250) });
    await tab.finish(EVERYTHING);
    const reported = progressIn(tab.states);
    const contents = new Set(Object.values(await device.read()).map(String));
    const first = Buffer.byteLength(edition()[STORY_LIST] ?? "");
    expect(reported.at(0)).toEqual({ bytes: first, bytesInAll: sizeOf(contents), stories: 0, storiesInAll: 3 });
    expect(reported.at(-1)).toEqual({ bytes: sizeOf(contents), bytesInAll: sizeOf(contents), stories: 3, storiesInAll: 3 });
    expect(reported.map(({ bytes }) => bytes)).toEqual(reported.map(({ bytes }) => bytes).toSorted((a, b) => a - b));
    expect(reported.length).toBeGreaterThan(10);
  });

  it("reports it at most four times a second", async () => {
    const device = new Device(new EditionHost());
    const tab = device.open({ nowMs: () => 0 });
    await tab.finish(EVERYTHING);
    expect(progressIn(tab.states)).toHaveLength(2);
  });

  it("requests persistent storage when it starts, and at no other time", async () => {
    const device = new Device(new EditionHost());
    const tab = device.open();
    await tab.download.continue();
    await tab.download.scopes();
    expect(device.persistRequests).toBe(0);
    await tab.finish(EVERYTHING);
    await tab.download.resume();
    expect(device.persistRequests).toBe(1);
  });

  it("is stored in a browser without persistent storage", async () => {
    const device = new Device(new EditionHost());
    const tab = device.open({ storage: { persist: () => Promise.reject(new TypeError()) } });
    expect(await tab.finish(EVERYTHING)).toEqual({ phase: "idle" });
    expect(await tab.download.freeBytes()).toBeUndefined();
  });
});

describe("an update", () => {
  const CHANGED = { "2026/11/02/strait/index.html": "<p>The strait is closed again" };

  it("fetches what has changed and nothing else, and deletes unused files", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    const before = await device.store.hashes();
    host.deploy(edition(CHANGED), "2026-11-03");
    host.requested = [];
    tab.states.length = 0;
    await tab.finish(EVERYTHING);
    expect(host.requested.toSorted()).toEqual([...LISTS, "2026/11/02/strait/"].toSorted());
    expect(progressIn(tab.states).at(-1)).toEqual({ bytes: 29, bytesInAll: 29, stories: 1, storiesInAll: 1 });
    expect(await device.storedEdition()).toMatchObject({ date: "2026-11-03", stories: 3 });
    tab.close();
    await device.reopened();
    expect((await device.store.hashes()).size).toBe(before.size);
  });

  it("fetches nothing but the lists where nothing has changed", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    host.requested = [];
    await tab.finish(EVERYTHING);
    expect(host.requested.toSorted()).toEqual(LISTS.toSorted());
    expect((await device.store.editions()).former).toEqual([]);
  });

  it("to a smaller scope fetches nothing, and deletes the rest once no page uses it", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    host.requested = [];
    await tab.finish(POLITICS);
    expect(host.requested.toSorted()).toEqual(LISTS.toSorted());
    expect(Object.keys(await device.read())).not.toContain("2025/12/index.html");
    expect(await device.store.file(sha256("December"))).toBeDefined();
    tab.close();
    await device.reopened();
    expect(await device.store.file(sha256("December"))).toBeUndefined();
  });

  it("is offered where the host has another edition that still has the scope", async () => {
    const { host, tab } = await deviceWith(POLITICS);
    expect(await tab.download.newerEdition()).toBeUndefined();
    host.deploy(edition(CHANGED), "2026-11-03");
    expect(await tab.download.newerEdition()).toMatchObject({ date: "2026-11-03" });
    host.deploy(edition(CHANGED), "2026-11-03", ["everything"]);
    expect(await tab.download.newerEdition()).toBeUndefined();
    host.fail("offline/parts.json", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await tab.download.newerEdition()).toBeUndefined();
  });

  it("is not offered without a stored edition, and nothing is fetched", async () => {
    const device = new Device(new EditionHost());
    expect(await device.open().download.newerEdition()).toBeUndefined();
    expect(device.host.requested).toEqual([]);
  });
});

describe("the scopes of an edition", () => {
  it("are rejected where the host sends something else", async () => {
    const device = new Device(new EditionHost());
    const { download } = device.open();
    const page = { headers: { "Content-Type": "text/html" } };
    device.host.fail(
      "offline/parts.json",
      () => new Response("<p>Sign in", page),
      () => new Response('{"parts":[{}]}'),
      () => new Response(null, { status: 503 }),
    );
    for (const words of ["200", "200", "503"])
      await expect(download.scopes()).rejects.toThrow(`${words} for /offline/parts.json`);
    expect(await download.scopes()).toMatchObject({ date: "2026-11-02" });
  });
});

describe("a device", () => {
  it("with too little space is reported before anything but the lists is fetched", async () => {
    const device = new Device(new EditionHost());
    device.quota = { quota: 1000, usage: 900 };
    const tab = device.open();
    const state = await tab.finish(EVERYTHING);
    const neededBytes = sizeOf(
      new Set(Object.entries(edition()).flatMap(([path, text]) => (NOT_DOWNLOADED.includes(path) ? [] : [text]))),
    );
    // The list of stories has been fetched already.
    const freeBytes = 100 + Buffer.byteLength(edition()[STORY_LIST] ?? "");
    expect(neededBytes).toBeGreaterThan(freeBytes);
    expect(state).toEqual({ phase: "stopped", selection: EVERYTHING, fault: { kind: "no-room", neededBytes, freeBytes } });
    expect(device.host.requested.toSorted()).toEqual([...LISTS, STORY_LIST].toSorted());
    device.quota = { quota: 10_000, usage: 900 };
    await tab.download.resume();
    expect(await tab.settled()).toEqual({ phase: "idle" });
  });

  it("needs space for the difference only", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    device.quota = { quota: 1000, usage: 970 };
    host.deploy(edition({ "index.html": "A new front" }), "2026-11-03");
    expect(await tab.finish(EVERYTHING)).toEqual({ phase: "idle" });
  });

  it("whose browser refuses storage reports it, and stores nothing", async () => {
    const device = new Device(new EditionHost());
    vi.stubGlobal("indexedDB", undefined);
    const tab = device.open();
    expect(await tab.download.storedEdition()).toBeUndefined();
    expect(await tab.download.task()).toBeUndefined();
    await tab.download.continue();
    expect(tab.state).toEqual({ phase: "idle" });
    const stopped = { phase: "stopped", selection: EVERYTHING, fault: { kind: "no-storage" } };
    expect(await tab.finish(EVERYTHING)).toEqual(stopped);
    await tab.download.resume();
    expect(tab.state).toEqual(stopped);
    await tab.download.cancel();
    expect(tab.state).toEqual({ phase: "idle" });
  });

  it("whose browser has no locks reports the same", async () => {
    const tab = new Device(new EditionHost()).open({ locks: undefined });
    expect(await tab.finish(EVERYTHING)).toEqual({ phase: "stopped", selection: EVERYTHING, fault: { kind: "no-storage" } });
  });

  it("is empty after the edition is deleted", async () => {
    const { device, tab } = await deviceWith(EVERYTHING);
    await tab.download.delete();
    expect(await tab.download.storedEdition()).toBeUndefined();
    expect(await device.store.hashes()).toEqual(new Set());
  });

  it("reports where it cannot be deleted", async () => {
    const { device } = await deviceWith(EVERYTHING);
    const tab = device.open({ sendToWorker: async () => ({ done: false, reason: "UnknownError" }) });
    await expect(tab.download.delete()).rejects.toMatchObject({ name: "UnknownError" });
    expect(await tab.download.storedEdition()).toBeDefined();
  });
});
