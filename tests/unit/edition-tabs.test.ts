import { afterEach, describe, expect, it, vi } from "vitest";
import type { Selection } from "../../src/formats/offline/scopes.ts";
import { Device, deviceWith, EVERYTHING, type Tab, until } from "./edition-device.ts";
import { EditionHost, edition, LISTS, lostLine, type Trouble } from "./edition-host.ts";

const POLITICS: Selection = { part: "section:politics", pictures: false };
const TALKS = "2026/11/01/talks/index.html";

/** All requests of a whole save: the contents of the edition that are for reading, each once, and the lists. */
const ASKED = new Set(Object.values(edition())).size - 2 + LISTS.length;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Two tabs, and a save in the first that waits for one file, of which it is the last, until that is released, or its `end`. */
async function halfway(end?: Trouble) {
  const host = new EditionHost();
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  host.trouble(TALKS, async () => {
    await isReleased;
    return end ? end() : new Response(host.text(TALKS));
  });
  const verified = vi.spyOn(crypto.subtle, "digest");
  const device = new Device(host);
  const [tab, other] = [device.open(), device.open()];
  await other.keeper.goOn();
  await tab.keeper.save(EVERYTHING);
  // Every file that has come, and two of the lists.
  await until(() => verified.mock.settledResults.filter(({ type }) => type === "fulfilled").length === ASKED - 2);
  await quiet(device);
  return { device, host, tab, other, release };
}

/** Lets all come to rest that is going on. */
async function quiet(device: Device): Promise<void> {
  await until(() => device.tabs.every(({ underWay }) => underWay <= 1));
}

describe("a save that another tab sees", () => {
  it("is told there with its progress", async () => {
    const { tab, other, release } = await halfway();
    await until(() => other.state?.phase === "saving");
    release();
    await tab.settled();
    await until(() => other.state?.phase === "idle");
    const told = other.states.flatMap((state) => (state.phase === "saving" ? [state.progress] : []));
    expect(told.at(-1)).toMatchObject({ stories: 3, storiesInAll: 3 });
  });

  it("is told in a tab that is opened later", async () => {
    const { device, release } = await halfway();
    const late = device.open();
    await until(() => late.state?.phase === "saving");
    release();
    expect(await late.settled()).toEqual({ phase: "idle" });
    await until(() => late.state?.phase === "idle");
  });

  it("is done by one of them: nothing is fetched twice, whatever they are asked", async () => {
    const host = new EditionHost();
    const device = new Device(host);
    const tabs = [device.open(), device.open(), device.open()];
    await Promise.all(tabs.map((tab) => tab.keeper.save(EVERYTHING)));
    await Promise.all(tabs.map((tab) => tab.keeper.goOn()));
    await Promise.all(tabs.map((tab) => tab.settled()));
    const files = host.asked.filter((path) => !LISTS.includes(path));
    expect(new Set(files).size).toBe(files.length);
    expect(await device.kept()).toBeDefined();
  });
});

describe.each(["the same tab", "another tab"] as const)("from %s", (which) => {
  const asked = ({ tab, other }: { readonly tab: Tab; readonly other: Tab }) => (which === "the same tab" ? tab : other);

  it("a save is paused, with how far it is, and nothing more is asked for until it is resumed", async () => {
    const { device, host, tab, other, release } = await halfway();
    const by = asked({ tab, other });
    await by.keeper.pause();
    for (const each of [tab, other]) await until(() => each.state?.phase === "paused" && each.state.progress?.stories === 2);
    await quiet(device);
    const there = await device.store.hashes();
    // All that had come, though no batch was full.
    expect(there.size).toBe(ASKED - LISTS.length - 1);
    host.asked = [];
    await other.keeper.goOn();
    await quiet(device);
    expect(host.asked).toEqual([]);
    release();
    await by.keeper.resume();
    await until(() => by.state?.phase === "idle");
    expect(host.asked.toSorted()).toEqual([...LISTS, "2026/11/01/talks/"].toSorted());
    expect((await device.kept())?.stories).toBe(3);
  });

  it("a save that was paused goes on telling where it was", async () => {
    const { tab, other, release } = await halfway();
    const by = asked({ tab, other });
    await by.keeper.pause();
    await until(() => tab.state?.phase === "paused");
    by.states.length = 0;
    release();
    await by.keeper.resume();
    await until(() => by.state?.phase === "idle");
    const told = by.states.flatMap((state) => (state.phase === "saving" ? [state.progress] : []));
    expect(told[0]).toMatchObject({ stories: 2, storiesInAll: 3 });
  });

  it("a save is cancelled, and nothing of it is left", async () => {
    const { device, tab, other } = await halfway();
    await asked({ tab, other }).keeper.cancel();
    expect(await device.store.hashes()).toEqual(new Set());
    expect(await device.store.task()).toBeUndefined();
    for (const each of [tab, other]) await until(() => each.state?.phase === "idle");
    expect(await device.kept()).toBeUndefined();
  });

  it("a save is cancelled that was paused", async () => {
    const { device, tab, other } = await halfway();
    await tab.keeper.pause();
    await until(() => tab.state?.phase === "paused");
    await asked({ tab, other }).keeper.cancel();
    expect(await device.store.hashes()).toEqual(new Set());
    for (const each of [tab, other]) await until(() => each.state?.phase === "idle");
  });

  it("another part is saved instead, and nothing of the first is left", async () => {
    const { device, tab, other } = await halfway();
    await asked({ tab, other }).keeper.save(POLITICS);
    for (const each of [tab, other]) await until(() => each.state?.phase === "idle");
    expect((await device.kept())?.selection).toEqual(POLITICS);
    const files = Object.values((await device.kept())?.files ?? {});
    expect(await device.store.hashes()).toEqual(new Set(files));
  });

  it("everything is deleted, in the middle of an update as well, and all tabs look again", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    const other = device.open();
    host.deploy(edition({ [TALKS]: "<p>Talks are over" }), "2026-11-03");
    host.trouble(TALKS, () => new Promise<never>(() => {}));
    await tab.keeper.save(EVERYTHING);
    await until(() => host.asked.at(-1) === "2026/11/01/talks/");
    const told = [tab, other].map(({ states }) => states.length);
    await asked({ tab, other }).keeper.delete();
    expect(await device.store.hashes()).toEqual(new Set());
    expect(await device.store.held()).toEqual({ kept: undefined, former: [] });
    await until(() => [tab, other].every(({ states }, index) => states.length > (told[index] ?? 0)));
    expect(tab.state).toEqual({ phase: "idle" });
  });
});

describe("a save", () => {
  it("that is cancelled leaves the older edition as it is", async () => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    const before = [await device.read(), await device.store.hashes()];
    host.deploy(edition({ [TALKS]: "<p>Talks are over", "index.html": "Tomorrow" }), "2026-11-03");
    host.trouble(TALKS, () => new Promise<never>(() => {}));
    await tab.keeper.save(EVERYTHING);
    await until(() => host.asked.at(-1) === "");
    await tab.keeper.cancel();
    expect([await device.read(), await device.store.hashes()]).toEqual(before);
  });

  it("is paused while the line is lost", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const host = new EditionHost();
    host.trouble(TALKS, lostLine);
    const tab = new Device(host).open();
    await tab.keeper.save(EVERYTHING);
    await until(() => tab.state?.phase === "waiting");
    await tab.keeper.pause();
    await until(() => tab.state?.phase === "paused");
    expect(tab.state).toMatchObject({ progress: { storiesInAll: 3 } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("that has lost the line has stored all that came before", async () => {
    const { device, host, tab, release } = await halfway(() => {
      host.isOutOfReach = true;
      return lostLine();
    });
    release();
    await until(() => tab.state?.phase === "waiting");
    await quiet(device);
    expect((await device.store.hashes()).size).toBe(ASKED - LISTS.length - 1);
    tab.close();
  });

  it("is not kept where the reader has given it up unheard", async () => {
    const { device, tab, release } = await halfway();
    await device.store.changeTask(() => undefined);
    release();
    await until(() => tab.state?.phase === "idle");
    expect(await device.kept()).toBeUndefined();
    expect(await device.store.hashes()).toEqual(new Set());
  });

  it("does not begin in a tab that is opened while it is paused, or where there is none", async () => {
    const host = new EditionHost();
    const device = new Device(host);
    await device.open().keeper.goOn();
    await device.store.changeTask(() => ({ selection: EVERYTHING, isPaused: true }));
    const tab = device.open();
    await tab.keeper.goOn();
    await quiet(device);
    expect(tab.state).toEqual({ phase: "paused", selection: EVERYTHING, progress: undefined });
    expect(host.asked).toEqual([]);
  });

  it("is told to whoever follows until they do no longer", async () => {
    const tab = new Device(new EditionHost()).open();
    await until(() => tab.state !== undefined);
    const told: string[] = [];
    const leave = tab.keeper.follow(({ phase }) => told.push(phase));
    expect(told).toEqual(["idle"]);
    leave();
    await tab.save(EVERYTHING);
    expect(told).toEqual(["idle"]);
  });
});
