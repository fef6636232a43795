import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DownloadFailure } from "../../src/formats/offline/download.ts";
import { downloadWith, requestCount, stopped, TALKS, TALKS_ADDRESS, times } from "./failing-download.ts";
import { Device, deviceWith, EVERYTHING } from "./fake-device.ts";
import { EditionHost, edition, type Failure, intervalsSeconds, LISTS, PUBLICATION, page, STORY_LIST } from "./fake-host.ts";

const NEWER = edition({ "index.html": "The front of tomorrow", [TALKS]: "<p>Talks are over" });

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

describe("a file with another hash than the edition lists", () => {
  it.each<[string, Failure, DownloadFailure]>([
    ["damaged", () => new Response("<p>Talks opeN"), { kind: "damaged", path: TALKS }],
    ["cut off", () => new Response("<p>Talks"), { kind: "damaged", path: TALKS }],
    ["an error page as a success", page("<p>Sorry"), { kind: "damaged", path: TALKS }],
    ["missing", page("<p>Not found", 404), { kind: "unavailable", path: TALKS, status: 404 }],
    ["a byte range", page("<p>Talks open", 206), { kind: "unavailable", path: TALKS, status: 206 }],
  ])("(%s) is fetched once more, then reported with its path, and nothing is stored", async (_, failure, fault) => {
    const { device, host, state } = await downloadWith(TALKS, ...times(2, failure));
    expect(state).toEqual(stopped(fault));
    expect(requestCount(host, TALKS_ADDRESS)).toBe(2);
    expect(await device.storedEdition()).toBeUndefined();
    // Fetched again, to see whether the host has another edition by now.
    expect(LISTS.map((path) => requestCount(host, path))).toEqual([2, 2]);
  });

  it("is not reported where the second attempt succeeds", async () => {
    const { device, state, host } = await downloadWith(TALKS, page("<p>Sorry"));
    expect(state).toEqual({ phase: "idle" });
    expect((await device.read())[TALKS]).toBe("<p>Talks open");
    expect(LISTS.map((path) => requestCount(host, path))).toEqual([1, 1]);
  });

  it("keeps the fetched files for a resumed download, and the failure for all tabs", async () => {
    const { device, host, tab } = await downloadWith(TALKS, ...times(2, page("<p>Not found", 404)));
    const fetched = await device.store.hashes();
    expect(fetched.size).toBeGreaterThan(3);
    tab.close();
    const other = device.open();
    await other.download.continue();
    expect(other.state).toMatchObject({ phase: "stopped", fault: { kind: "unavailable" } });
    await device.reopened();
    host.requested = [];
    await other.download.resume();
    expect(await other.settled()).toEqual({ phase: "idle" });
    expect(host.requested.length).toBe(LISTS.length + (await device.store.hashes()).size - fetched.size);
    expect((await device.read())[TALKS]).toBe("<p>Talks open");
  });

  it("leaves the older edition unchanged", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    const before = await device.read();
    host.deploy(NEWER, "2026-11-03");
    host.fail(TALKS, ...times(2, page("<p>Sorry")));
    expect(await tab.finish(EVERYTHING)).toMatchObject({ phase: "stopped" });
    expect(await device.read()).toEqual(before);
  });
});

describe("a failing host", () => {
  it.each([500, 503, 429, 408])("with status %i is retried three times, with increasing delays", async (status) => {
    const { host, state } = await downloadWith(TALKS, ...times(3, page("Busy", status)));
    expect(state).toEqual({ phase: "idle" });
    expect(intervalsSeconds(host.timesOf(TALKS_ADDRESS))).toEqual([1, 4, 16]);
  });

  it("that fails a fourth time is reported", async () => {
    const { host, state } = await downloadWith(TALKS, ...times(4, page("Busy", 503)));
    expect(state).toEqual(stopped({ kind: "unavailable", path: TALKS, status: 503 }));
    expect(requestCount(host, TALKS_ADDRESS)).toBe(4);
    expect(requestCount(host, "edition.json")).toBe(1);
  });

  it.each([...LISTS, STORY_LIST])("that sends something else for %s with status 200 is retried, then reported", async (path) => {
    const { host, state } = await downloadWith(path, ...times(4, page("<p>Sign in to this network")));
    expect(state).toEqual(stopped({ kind: "unavailable", path, status: 200 }));
    expect([...LISTS, path].map((list) => requestCount(host, list))).toEqual([4, 4, 4]);
  });

  it("that sends the complete lists of another publication is retried, then reported, and nothing is stored", async () => {
    const other = (path: string) => () => new Response(new EditionHost().text(path).replace(PUBLICATION, "#abcdef0123"));
    const host = new EditionHost();
    for (const path of LISTS) host.fail(path, ...times(4, other(path)));
    const { device, tab } = await deviceWith(EVERYTHING, host);
    expect(tab.state).toEqual(stopped({ kind: "unavailable", path: "offline/parts.json", status: 200 }));
    expect((await device.store.hashes()).size).toBe(0);
  });

  it("with lists of two editions is retried while it is being updated", async () => {
    const host = new EditionHost();
    const older = host.text(STORY_LIST);
    host.fail(STORY_LIST, ...times(2, () => new Response(`${older} `)));
    const { tab } = await deviceWith(EVERYTHING, host);
    expect(tab.state).toEqual({ phase: "idle" });
    expect(requestCount(host, "edition.json")).toBe(3);
  });

  it("that never has matching lists is reported", async () => {
    const parts = new EditionHost().text("offline/parts.json");
    const { state } = await downloadWith("offline/parts.json", ...times(4, () => new Response(`${parts} `)));
    expect(state).toEqual(stopped({ kind: "damaged", path: "offline/parts.json" }));
  });

  it("without the scope is reported, and no file stays", async () => {
    const host = new EditionHost();
    const device = new Device(host);
    const tab = device.open();
    const fault = { kind: "no-such-part" };
    expect(await tab.finish({ part: "section:sports", pictures: true })).toMatchObject({ phase: "stopped", fault });
    host.deploy(edition(), "2026-11-03", []);
    expect(await tab.finish(EVERYTHING)).toMatchObject({ phase: "stopped", fault });
    expect(await device.store.hashes()).toEqual(new Set());
  });
});

describe("a newer edition during a download", () => {
  it("is downloaded instead, and only the difference is fetched", async () => {
    const host = new EditionHost();
    host.fail(TALKS, () => {
      host.deploy(NEWER, "2026-11-03");
      return new Response(host.text(TALKS));
    });
    const { device, tab } = await deviceWith(EVERYTHING, host);
    expect(tab.state).toEqual({ phase: "idle" });
    expect(await device.storedEdition()).toMatchObject({ date: "2026-11-03" });
    expect(await device.read()).toMatchObject({ [TALKS]: "<p>Talks are over", "index.html": "The front of tomorrow" });
    expect(requestCount(host, "politics/")).toBe(1);
    expect(requestCount(host, TALKS_ADDRESS)).toBe(3);
    // The files of the former edition are deleted.
    expect((await device.store.hashes()).size).toBe(new Set(Object.values(await device.read())).size);
  });

  it("may no longer have the scope", async () => {
    const host = new EditionHost();
    host.fail(TALKS, () => {
      host.deploy(NEWER, "2026-11-03", ["section:politics"]);
      return new Response(null, { status: 404 });
    });
    const { device, tab } = await deviceWith(EVERYTHING, host);
    expect(tab.state).toEqual(stopped({ kind: "no-such-part" }));
    expect(await device.store.hashes()).toEqual(new Set());
  });

  it("ends the download where the host has another each time", async () => {
    const host = new EditionHost();
    let day = 3;
    const flap = () => {
      day += 1;
      host.deploy(edition({ "index.html": `Front ${day}` }), `2026-11-${day}`);
      return new Response("Neither");
    };
    const { tab } = await deviceWith(EVERYTHING, Object.assign(host, { failures: new Map([[TALKS, [...times(40, flap)]]]) }));
    expect(tab.state).toEqual(stopped({ kind: "damaged", path: TALKS }));
    expect(requestCount(host, TALKS_ADDRESS)).toBe(12);
  });
});

describe("a worker", () => {
  it("that does not answer is retried, then reported", async () => {
    const device = new Device(new EditionHost());
    const sentAtMs: number[] = [];
    const tab = device.open({
      sendToWorker: async () => {
        sentAtMs.push(Date.now());
        return { done: false, reason: "TimeoutError" };
      },
    });
    expect(await tab.finish(EVERYTHING)).toEqual(stopped({ kind: "unavailable", path: "offline-worker.js", status: 0 }));
    expect(intervalsSeconds(sentAtMs)).toEqual([5, 10, 20]);
  });
});
