import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SaveFault } from "../../src/formats/offline/download.ts";
import { Device, deviceWith, EVERYTHING } from "./edition-device.ts";
import { EditionHost, edition, LISTS, page, pausesSeconds, STORY_LIST, type Trouble } from "./edition-host.ts";
import { asksFor, saveWith, stopped, TALKS, TALKS_ADDRESS, times } from "./edition-troubles.ts";

const NEWER = edition({ "index.html": "The front of tomorrow", [TALKS]: "<p>Talks are over" });

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

describe("a file that is not what the edition has", () => {
  it.each<[string, Trouble, SaveFault]>([
    ["damaged", () => new Response("<p>Talks opeN"), { kind: "damaged", path: TALKS }],
    ["cut off", () => new Response("<p>Talks"), { kind: "damaged", path: TALKS }],
    ["an error page as a success", page("<p>Sorry"), { kind: "damaged", path: TALKS }],
    ["missing", page("<p>Not found", 404), { kind: "unavailable", path: TALKS, status: 404 }],
    ["a part", page("<p>Talks open", 206), { kind: "unavailable", path: TALKS, status: 206 }],
  ])("(%s) is asked for once more, and then told with its name, and nothing is kept", async (_, trouble, fault) => {
    const { device, host, state } = await saveWith(TALKS, ...times(2, trouble));
    expect(state).toEqual(stopped(fault));
    expect(asksFor(host, TALKS_ADDRESS)).toBe(2);
    expect(await device.kept()).toBeUndefined();
    // Whether the host has another edition by now.
    expect(LISTS.map((path) => asksFor(host, path))).toEqual([2, 2]);
  });

  it("is fetched once more and then right, without the reader hearing of it", async () => {
    const { device, state, host } = await saveWith(TALKS, page("<p>Sorry"));
    expect(state).toEqual({ phase: "idle" });
    expect((await device.read())[TALKS]).toBe("<p>Talks open");
    expect(LISTS.map((path) => asksFor(host, path))).toEqual([1, 1]);
  });

  it("leaves what has been fetched for when it is resumed, and the fault for every tab", async () => {
    const { device, host, tab } = await saveWith(TALKS, ...times(2, page("<p>Not found", 404)));
    const fetched = await device.store.hashes();
    expect(fetched.size).toBeGreaterThan(3);
    tab.close();
    const other = device.open();
    await other.keeper.goOn();
    expect(other.state).toMatchObject({ phase: "stopped", fault: { kind: "unavailable" } });
    await device.reopened();
    host.asked = [];
    await other.keeper.resume();
    expect(await other.settled()).toEqual({ phase: "idle" });
    expect(host.asked.length).toBe(LISTS.length + (await device.store.hashes()).size - fetched.size);
    expect((await device.read())[TALKS]).toBe("<p>Talks open");
  });

  it("leaves the older edition as it is", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    const before = await device.read();
    host.deploy(NEWER, "2026-11-03");
    host.trouble(TALKS, ...times(2, page("<p>Sorry")));
    expect(await tab.save(EVERYTHING)).toMatchObject({ phase: "stopped" });
    expect(await device.read()).toEqual(before);
  });
});

describe("a host with trouble", () => {
  it.each([500, 503, 429, 408])("that answers %i is asked again three times, after longer and longer rests", async (status) => {
    const { host, state } = await saveWith(TALKS, ...times(3, page("Busy", status)));
    expect(state).toEqual({ phase: "idle" });
    expect(pausesSeconds(host.timesOf(TALKS_ADDRESS))).toEqual([1, 4, 16]);
  });

  it("that answers so a fourth time is told of", async () => {
    const { host, state } = await saveWith(TALKS, ...times(4, page("Busy", 503)));
    expect(state).toEqual(stopped({ kind: "unavailable", path: TALKS, status: 503 }));
    expect(asksFor(host, TALKS_ADDRESS)).toBe(4);
    expect(asksFor(host, "edition.json")).toBe(1);
  });

  it.each([...LISTS, STORY_LIST])(
    "that sends something else for %s, as a success, is asked again and then told of",
    async (path) => {
      const { host, state } = await saveWith(path, ...times(4, page("<p>Sign in to this network")));
      expect(state).toEqual(stopped({ kind: "unavailable", path, status: 200 }));
      expect([...LISTS, path].map((asked) => asksFor(host, asked))).toEqual([4, 4, 4]);
    },
  );

  it("that sends lists of the right form but of two editions is given time to put up the rest", async () => {
    const host = new EditionHost();
    const older = host.text(STORY_LIST);
    host.trouble(STORY_LIST, ...times(2, () => new Response(`${older} `)));
    const { tab } = await deviceWith(EVERYTHING, host);
    expect(tab.state).toEqual({ phase: "idle" });
    expect(asksFor(host, "edition.json")).toBe(3);
  });

  it("that never has the rest is told of", async () => {
    const parts = new EditionHost().text("offline/parts.json");
    const { state } = await saveWith("offline/parts.json", ...times(4, () => new Response(`${parts} `)));
    expect(state).toEqual(stopped({ kind: "damaged", path: "offline/parts.json" }));
  });

  it("that has no such part is told of, and nothing of it stays", async () => {
    const host = new EditionHost();
    const device = new Device(host);
    const tab = device.open();
    const fault = { kind: "no-such-part" };
    expect(await tab.save({ part: "section:sports", pictures: true })).toMatchObject({ phase: "stopped", fault });
    host.deploy(edition(), "2026-11-03", []);
    expect(await tab.save(EVERYTHING)).toMatchObject({ phase: "stopped", fault });
    expect(await device.store.hashes()).toEqual(new Set());
  });
});

describe("a newer edition in the middle of a save", () => {
  it("is gone on with, and only what differs is fetched", async () => {
    const host = new EditionHost();
    host.trouble(TALKS, () => {
      host.deploy(NEWER, "2026-11-03");
      return new Response(host.text(TALKS));
    });
    const { device, tab } = await deviceWith(EVERYTHING, host);
    expect(tab.state).toEqual({ phase: "idle" });
    expect(await device.kept()).toMatchObject({ date: "2026-11-03" });
    expect(await device.read()).toMatchObject({ [TALKS]: "<p>Talks are over", "index.html": "The front of tomorrow" });
    expect(asksFor(host, "politics/")).toBe(1);
    expect(asksFor(host, TALKS_ADDRESS)).toBe(3);
    // What came of the edition before is not left.
    expect((await device.store.hashes()).size).toBe(new Set(Object.values(await device.read())).size);
  });

  it("may no longer have the part", async () => {
    const host = new EditionHost();
    host.trouble(TALKS, () => {
      host.deploy(NEWER, "2026-11-03", ["section:politics"]);
      return new Response(null, { status: 404 });
    });
    const { device, tab } = await deviceWith(EVERYTHING, host);
    expect(tab.state).toEqual(stopped({ kind: "no-such-part" }));
    expect(await device.store.hashes()).toEqual(new Set());
  });

  it("is given up on where the host has another each time", async () => {
    const host = new EditionHost();
    let day = 3;
    const flap = () => {
      day += 1;
      host.deploy(edition({ "index.html": `Front ${day}` }), `2026-11-${day}`);
      return new Response("Neither");
    };
    const { tab } = await deviceWith(EVERYTHING, Object.assign(host, { troubles: new Map([[TALKS, [...times(40, flap)]]]) }));
    expect(tab.state).toEqual(stopped({ kind: "damaged", path: TALKS }));
    expect(asksFor(host, TALKS_ADDRESS)).toBe(12);
  });
});

describe("a worker", () => {
  it("that does not answer is asked again, and then told of", async () => {
    const device = new Device(new EditionHost());
    const asked: number[] = [];
    const tab = device.open({
      askWorker: async () => {
        asked.push(Date.now());
        return { done: false, reason: "TimeoutError" };
      },
    });
    expect(await tab.save(EVERYTHING)).toEqual(stopped({ kind: "unavailable", path: "offline-worker.js", status: 0 }));
    expect(pausesSeconds(asked)).toEqual([5, 10, 20]);
  });
});
