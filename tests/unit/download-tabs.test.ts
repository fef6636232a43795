import { afterEach, describe, expect, it, vi } from "vitest";
import type { Selection } from "../../src/formats/offline/scopes.ts";
import { Device, deviceWith, EVERYTHING, type Tab, until } from "./fake-device.ts";
import { EditionHost, edition, type Failure, LISTS, networkError } from "./fake-host.ts";

const POLITICS: Selection = { part: "section:politics", pictures: false };
const TALKS = "2026/11/01/talks/index.html";

/** The number of requests of a whole download: the readable files, each once, and the lists. */
const REQUEST_COUNT = new Set(Object.values(edition())).size - 2 + LISTS.length;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Two tabs, and a download in the first that waits for its last file until that is released, or fails with `end`. */
async function halfway(end?: Failure) {
  const host = new EditionHost();
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  host.fail(TALKS, async () => {
    await isReleased;
    return end ? end() : new Response(host.text(TALKS));
  });
  const verified = vi.spyOn(crypto.subtle, "digest");
  const device = new Device(host);
  const [tab, other] = [device.open(), device.open()];
  await other.download.continue();
  await tab.download.start(EVERYTHING);
  // All files that have arrived, and two of the lists.
  await until(() => verified.mock.settledResults.filter(({ type }) => type === "fulfilled").length === REQUEST_COUNT - 2);
  await idle(device);
  return { device, host, tab, other, release };
}

/** Waits until nothing but the last file is pending. */
async function idle(device: Device): Promise<void> {
  await until(() => device.tabs.every(({ pendingCount }) => pendingCount <= 1));
}

describe("a download in another tab", () => {
  it("is shown with its progress", async () => {
    const { tab, other, release } = await halfway();
    await until(() => other.state?.phase === "saving");
    release();
    await tab.settled();
    await until(() => other.state?.phase === "idle");
    const reported = other.states.flatMap((state) => (state.phase === "saving" ? [state.progress] : []));
    expect(reported.at(-1)).toMatchObject({ stories: 3, storiesInAll: 3 });
  });

  it("is shown in a tab that is opened later", async () => {
    const { device, release } = await halfway();
    const late = device.open();
    await until(() => late.state?.phase === "saving");
    release();
    expect(await late.settled()).toEqual({ phase: "idle" });
    await until(() => late.state?.phase === "idle");
  });

  it("runs in one tab only: nothing is fetched twice, whichever tabs start it", async () => {
    const host = new EditionHost();
    const device = new Device(host);
    const tabs = [device.open(), device.open(), device.open()];
    await Promise.all(tabs.map((tab) => tab.download.start(EVERYTHING)));
    await Promise.all(tabs.map((tab) => tab.download.continue()));
    await Promise.all(tabs.map((tab) => tab.settled()));
    const files = host.requested.filter((path) => !LISTS.includes(path));
    expect(new Set(files).size).toBe(files.length);
    expect(await device.storedEdition()).toBeDefined();
  });
});

describe.each(["the same tab", "another tab"] as const)("from %s", (which) => {
  const tabOf = ({ tab, other }: { readonly tab: Tab; readonly other: Tab }) => (which === "the same tab" ? tab : other);

  it("a download is paused with its progress, and fetches nothing until it is resumed", async () => {
    const { device, host, tab, other, release } = await halfway();
    const by = tabOf({ tab, other });
    await by.download.pause();
    for (const each of [tab, other]) await until(() => each.state?.phase === "paused" && each.state.progress?.stories === 2);
    await idle(device);
    const there = await device.store.hashes();
    // All files that had arrived, though no batch was full.
    expect(there.size).toBe(REQUEST_COUNT - LISTS.length - 1);
    host.requested = [];
    await other.download.continue();
    await idle(device);
    expect(host.requested).toEqual([]);
    release();
    await by.download.resume();
    await until(() => by.state?.phase === "idle");
    expect(host.requested.toSorted()).toEqual([...LISTS, "2026/11/01/talks/"].toSorted());
    expect((await device.storedEdition())?.stories).toBe(3);
  });

  it("a paused download resumes with its progress", async () => {
    const { tab, other, release } = await halfway();
    const by = tabOf({ tab, other });
    await by.download.pause();
    await until(() => tab.state?.phase === "paused");
    by.states.length = 0;
    release();
    await by.download.resume();
    await until(() => by.state?.phase === "idle");
    const reported = by.states.flatMap((state) => (state.phase === "saving" ? [state.progress] : []));
    expect(reported[0]).toMatchObject({ stories: 2, storiesInAll: 3 });
  });

  it("a download is cancelled, and nothing of it is left", async () => {
    const { device, tab, other } = await halfway();
    await tabOf({ tab, other }).download.cancel();
    expect(await device.store.hashes()).toEqual(new Set());
    expect(await device.store.task()).toBeUndefined();
    for (const each of [tab, other]) await until(() => each.state?.phase === "idle");
    expect(await device.storedEdition()).toBeUndefined();
  });

  it("a paused download is cancelled", async () => {
    const { device, tab, other } = await halfway();
    await tab.download.pause();
    await until(() => tab.state?.phase === "paused");
    await tabOf({ tab, other }).download.cancel();
    expect(await device.store.hashes()).toEqual(new Set());
    for (const each of [tab, other]) await until(() => each.state?.phase === "idle");
  });

  it("another scope is downloaded instead, and nothing of the first is left", async () => {
    const { device, tab, other } = await halfway();
    await tabOf({ tab, other }).download.start(POLITICS);
    for (const each of [tab, other]) await until(() => each.state?.phase === "idle");
    expect((await device.storedEdition())?.selection).toEqual(POLITICS);
    const files = Object.values((await device.storedEdition())?.files ?? {});
    expect(await device.store.hashes()).toEqual(new Set(files));
  });

  it("everything is deleted, even during an update, and all tabs refresh", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    const other = device.open();
    host.deploy(edition({ [TALKS]: "<p>Talks are over" }), "2026-11-03");
    host.fail(TALKS, () => new Promise<never>(() => {}));
    await tab.download.start(EVERYTHING);
    await until(() => host.requested.at(-1) === "2026/11/01/talks/");
    const reported = [tab, other].map(({ states }) => states.length);
    await tabOf({ tab, other }).download.delete();
    expect(await device.store.hashes()).toEqual(new Set());
    expect(await device.store.editions()).toEqual({ kept: undefined, former: [] });
    await until(() => [tab, other].every(({ states }, index) => states.length > (reported[index] ?? 0)));
    expect(tab.state).toEqual({ phase: "idle" });
  });
});

describe("a download", () => {
  it("that is cancelled leaves the older edition unchanged", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    const before = [await device.read(), await device.store.hashes()];
    host.deploy(edition({ [TALKS]: "<p>Talks are over", "index.html": "Tomorrow" }), "2026-11-03");
    host.fail(TALKS, () => new Promise<never>(() => {}));
    await tab.download.start(EVERYTHING);
    await until(() => host.requested.at(-1) === "");
    await tab.download.cancel();
    expect([await device.read(), await device.store.hashes()]).toEqual(before);
  });

  it("is paused while the network is down", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const host = new EditionHost();
    host.fail(TALKS, networkError);
    const tab = new Device(host).open();
    await tab.download.start(EVERYTHING);
    await until(() => tab.state?.phase === "waiting");
    await tab.download.pause();
    await until(() => tab.state?.phase === "paused");
    expect(tab.state).toMatchObject({ progress: { storiesInAll: 3 } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("has stored all fetched files when the network goes down", async () => {
    const { device, host, tab, release } = await halfway(() => {
      host.isUnreachable = true;
      return networkError();
    });
    release();
    await until(() => tab.state?.phase === "waiting");
    await idle(device);
    expect((await device.store.hashes()).size).toBe(REQUEST_COUNT - LISTS.length - 1);
    tab.close();
  });

  it("is not stored where it was cancelled without notification", async () => {
    const { device, tab, release } = await halfway();
    await device.store.updateTask(() => undefined);
    release();
    await until(() => tab.state?.phase === "idle");
    expect(await device.storedEdition()).toBeUndefined();
    expect(await device.store.hashes()).toEqual(new Set());
  });

  it("does not start in a tab that is opened while it is paused, or where there is none", async () => {
    const host = new EditionHost();
    const device = new Device(host);
    await device.open().download.continue();
    await device.store.updateTask(() => ({ selection: EVERYTHING, isPaused: true }));
    const tab = device.open();
    await tab.download.continue();
    await idle(device);
    expect(tab.state).toEqual({ phase: "paused", selection: EVERYTHING, progress: undefined });
    expect(host.requested).toEqual([]);
  });

  it("is reported to subscribers until they unsubscribe", async () => {
    const tab = new Device(new EditionHost()).open();
    await until(() => tab.state !== undefined);
    const reported: string[] = [];
    const unsubscribe = tab.download.subscribe(({ phase }) => reported.push(phase));
    expect(reported).toEqual(["idle"]);
    unsubscribe();
    await tab.finish(EVERYTHING);
    expect(reported).toEqual(["idle"]);
  });
});
