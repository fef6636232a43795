import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SaveFault } from "../../src/newsroom/offline/kept-edition.ts";
import { Device, deviceWith, EVERYTHING, type Tab, until } from "./edition-device.ts";
import { EditionHost, edition, LISTS, lostLine, page, pausesSeconds, STORY_LIST, type Trouble } from "./edition-host.ts";

const TALKS = "2026/11/01/talks/index.html";
const TALKS_ADDRESS = "2026/11/01/talks/";
const NEWER = edition({ "index.html": "The front of tomorrow", [TALKS]: "<p>Talks are over" });

const times = (count: number, trouble: Trouble): readonly Trouble[] => Array.from({ length: count }, () => trouble);
const stopped = (fault: SaveFault) => ({ phase: "stopped", selection: EVERYTHING, fault });
const full = () => {
  throw new DOMException("Full.", "QuotaExceededError");
};

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

/** A save with some trouble on the host, and what it came to. */
async function saveWith(path: string, ...troubles: Trouble[]) {
  const host = new EditionHost();
  host.trouble(path, ...troubles);
  const { device, tab } = await deviceWith(EVERYTHING, host);
  return { device, host, tab, state: tab.state };
}

const asksFor = ({ asked }: EditionHost, path: string) => asked.filter((other) => other === path).length;

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

describe("a line that is lost", () => {
  /** A save in whose middle the line is lost. */
  async function cutOff() {
    const host = new EditionHost();
    host.trouble(TALKS, () => {
      host.isOutOfReach = true;
      return lostLine();
    });
    const device = new Device(host);
    const tab = device.open();
    await tab.keeper.save(EVERYTHING);
    await until(() => tab.state?.phase === "waiting");
    return { device, host, tab };
  }

  it("is tried again by a single request after longer and longer pauses, up to a minute", async () => {
    const { host, tab } = await cutOff();
    const begin = host.asked.length;
    await until(() => host.asked.length === begin + 6);
    expect(host.asked.slice(begin)).toEqual(Array(6).fill("offline/parts.json"));
    expect(pausesSeconds(host.askedAtMs.slice(begin - 1))).toEqual([5, 10, 20, 40, 60, 60]);
    host.isOutOfReach = false;
    expect(await tab.settled()).toEqual({ phase: "idle" });
  });

  it("is told as such, with how far the save is, and what has come is stored meanwhile", async () => {
    const { device, host, tab } = await cutOff();
    expect(tab.state).toMatchObject({ phase: "waiting", selection: EVERYTHING, progress: { storiesInAll: 3 } });
    await until(() => host.asked.at(-1) === "offline/parts.json");
    expect((await device.store.hashes()).size).toBe(3);
    host.isOutOfReach = false;
    await tab.settled();
    const phases = tab.states.map(({ phase }) => phase).filter((phase, index, all) => phase !== all[index - 1]);
    expect(phases.slice(phases.indexOf("preparing"))).toEqual(["preparing", "saving", "waiting", "saving", "idle"]);
    expect(asksFor(host, TALKS_ADDRESS)).toBe(2);
  });

  it("at the very beginning is told as well, when nothing is known of how much there is", async () => {
    const host = new EditionHost();
    host.isOutOfReach = true;
    const tab = new Device(host).open();
    await tab.keeper.save(EVERYTHING);
    await until(() => tab.state?.phase === "waiting");
    expect(tab.state).toEqual({ phase: "waiting", selection: EVERYTHING, progress: undefined });
    host.isOutOfReach = false;
    expect(await tab.settled()).toEqual({ phase: "idle" });
  });

  it("goes on as soon as the browser has it again", async () => {
    const { device, host, tab } = await cutOff();
    await until(() => asksFor(host, "offline/parts.json") === 4);
    const { length: before } = host.asked;
    host.isOutOfReach = false;
    device.line.dispatchEvent(new Event("online"));
    expect(await tab.settled()).toEqual({ phase: "idle" });
    expect(pausesSeconds(host.askedAtMs.slice(before - 1))[0]).toBeLessThan(5);
  });

  it("is not the reason where one file never comes, and that is told", async () => {
    const { host, state } = await saveWith(TALKS, ...times(100, lostLine));
    expect(state).toEqual(stopped({ kind: "unavailable", path: TALKS, status: 0 }));
    expect(asksFor(host, TALKS_ADDRESS)).toBe(16);
  });

  it("is one that carries nothing for half a minute, and not one that is slow", async () => {
    const host = new EditionHost();
    let slow = 0;
    const drops = (text: string) =>
      new ReadableStream({
        start: (controller) => {
          const { signal } = host.requests.at(-1) ?? {};
          signal?.addEventListener("abort", () => controller.error(signal.reason));
        },
        pull: async (controller) => {
          await new Promise((resolve) => setTimeout(resolve, 20_000));
          if (slow === text.length) controller.close();
          else controller.enqueue(new TextEncoder().encode(text[slow]));
          slow += 1;
        },
      });
    host.trouble(TALKS, () => new Promise<never>(() => {}));
    host.trouble("politics/index.html", () => new Response(drops("Politics")));
    const { tab } = await deviceWith(EVERYTHING, host);
    expect(tab.state).toEqual({ phase: "idle" });
    expect(pausesSeconds(host.timesOf(TALKS_ADDRESS))).toEqual([35]);
    expect(host.timesOf("politics/")).toHaveLength(1);
  });
});

describe("a device without room", () => {
  /** Saves where the n-th write of a kind finds none. */
  async function saveOn(tab: Tab, kind: "addFiles" | "changeTask" | "revise", nth: number) {
    let writes = 0;
    tab.store.refuse = (write) => {
      if (write === kind) writes += 1;
      if (write === kind && writes >= nth) full();
    };
    const state = await tab.save(EVERYTHING);
    tab.store.refuse = () => {};
    return state;
  }

  const many = edition(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`assets/part-${n}.js`, `let n = ${n};`])));

  it.each([1, 2, 3, 4])("at write %i of files ends the save, and what has been fetched makes room again", async (nth) => {
    const device = new Device(new EditionHost(many));
    device.quota = { quota: 3000, usage: 0 };
    const tab = device.open();
    expect(await saveOn(tab, "addFiles", nth)).toMatchObject({ phase: "stopped", fault: { kind: "no-room" } });
    expect(await device.store.hashes()).toEqual(new Set());
    expect(await device.store.task()).toMatchObject({ fault: { kind: "no-room" } });
    await tab.keeper.resume();
    expect(await tab.settled()).toEqual({ phase: "idle" });
    expect(Object.keys(await device.read())).toHaveLength(76);
  });

  it.each([1, 2, 3, 4])("at write %i of files of an update keeps the older edition, and nothing of the newer", async (nth) => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    const before = [await device.read(), await device.store.hashes()];
    host.deploy({ ...many, ...NEWER }, "2026-11-03");
    expect(await saveOn(tab, "addFiles", nth)).toMatchObject({ phase: "stopped", fault: { kind: "no-room" } });
    expect([await device.read(), await device.store.hashes()]).toEqual(before);
  });

  it("for the wish itself is told in every open tab, with how much is needed", async () => {
    const device = new Device(new EditionHost());
    const [tab, other] = [device.open(), device.open()];
    const [everything] = (await tab.keeper.parts()).parts;
    const neededBytes = (everything?.bytes ?? 0) + (everything?.pictureBytes ?? 0);
    expect(await saveOn(tab, "changeTask", 1)).toEqual(stopped({ kind: "no-room", neededBytes, freeBytes: undefined }));
    await until(() => other.state?.phase === "stopped");
    await tab.keeper.resume();
    expect(await tab.settled()).toEqual({ phase: "idle" });
  });

  it("for the reason of the end either is told all the same, and nothing is left", async () => {
    const device = new Device(new EditionHost());
    const tab = device.open();
    let refused = 0;
    tab.store.refuse = (write) => {
      if (write === "addFiles" || (write === "revise" && refused++ === 0)) full();
    };
    expect(await tab.save(EVERYTHING)).toMatchObject({ phase: "stopped", fault: { kind: "no-room" } });
    expect(await device.store.hashes()).toEqual(new Set());
    expect(await device.store.task()).toMatchObject({ fault: { kind: "no-room" } });
  });

  it("for anything more ends the save in this tab", async () => {
    const device = new Device(new EditionHost());
    const tab = device.open();
    tab.store.refuse = (write) => {
      if (write !== "changeTask") full();
    };
    expect(await tab.save(EVERYTHING)).toMatchObject({ phase: "stopped", fault: { kind: "no-room" } });
    expect(await device.kept()).toBeUndefined();
  });

  it("for the list of what is kept keeps what it had", async () => {
    const { device, host } = await deviceWith(EVERYTHING);
    const before = await device.read();
    host.deploy(NEWER, "2026-11-03");
    const tab = device.open({ askWorker: async () => ({ done: false, reason: "QuotaExceededError" }) });
    expect(await tab.save(EVERYTHING)).toMatchObject({ phase: "stopped", fault: { kind: "no-room" } });
    expect(await device.read()).toEqual(before);
  });

  it("is told how much there is only where that is too little", async () => {
    const device = new Device(new EditionHost());
    device.quota = { quota: 10_000, usage: 0 };
    const state = await saveOn(device.open(), "addFiles", 1);
    expect(state).toMatchObject({ fault: { kind: "no-room", neededBytes: expect.any(Number), freeBytes: undefined } });
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
