import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Device, deviceWith, EVERYTHING, type Tab, until } from "./edition-device.ts";
import { EditionHost, edition } from "./edition-host.ts";
import { stopped, TALKS } from "./edition-troubles.ts";

const NEWER = edition({ "index.html": "The front of tomorrow", [TALKS]: "<p>Talks are over" });
const full = () => {
  throw new DOMException("Full.", "QuotaExceededError");
};

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

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
