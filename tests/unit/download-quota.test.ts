import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stopped, TALKS } from "./failing-download.ts";
import { Device, deviceWith, EVERYTHING, type Tab, until } from "./fake-device.ts";
import { EditionHost, edition } from "./fake-host.ts";

const NEWER = edition({ "index.html": "The front of tomorrow", [TALKS]: "<p>Talks are over" });
const full = () => {
  throw new DOMException("Full.", "QuotaExceededError");
};

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

describe("a full disk", () => {
  /** Downloads with a quota error at the n-th write of a kind. */
  async function downloadOn(tab: Tab, kind: "addFiles" | "updateTask" | "update", nth: number) {
    let writes = 0;
    tab.store.refuse = (write) => {
      if (write === kind) writes += 1;
      if (write === kind && writes >= nth) full();
    };
    const state = await tab.finish(EVERYTHING);
    tab.store.refuse = () => {};
    return state;
  }

  const many = edition(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`assets/part-${n}.js`, `let n = ${n};`])));

  it.each([1, 2, 3, 4])("at write %i of files ends the download, and its files are deleted", async (nth) => {
    const device = new Device(new EditionHost(many));
    device.quota = { quota: 3000, usage: 0 };
    const tab = device.open();
    expect(await downloadOn(tab, "addFiles", nth)).toMatchObject({ phase: "stopped", fault: { kind: "no-room" } });
    expect(await device.store.hashes()).toEqual(new Set());
    expect(await device.store.task()).toMatchObject({ fault: { kind: "no-room" } });
    await tab.download.resume();
    expect(await tab.settled()).toEqual({ phase: "idle" });
    expect(Object.keys(await device.read())).toHaveLength(76);
  });

  it.each([1, 2, 3, 4])("at write %i of files of an update leaves the older edition, and nothing of the newer", async (nth) => {
    const { device, host, tab } = await deviceWith(EVERYTHING);
    const before = [await device.read(), await device.store.hashes()];
    host.deploy({ ...many, ...NEWER }, "2026-11-03");
    expect(await downloadOn(tab, "addFiles", nth)).toMatchObject({ phase: "stopped", fault: { kind: "no-room" } });
    expect([await device.read(), await device.store.hashes()]).toEqual(before);
  });

  it("at the write of the task is reported in all open tabs, with the needed space", async () => {
    const device = new Device(new EditionHost());
    const [tab, other] = [device.open(), device.open()];
    const [everything] = (await tab.download.scopes()).parts;
    const neededBytes = (everything?.bytes ?? 0) + (everything?.pictureBytes ?? 0);
    expect(await downloadOn(tab, "updateTask", 1)).toEqual(stopped({ kind: "no-room", neededBytes, freeBytes: undefined }));
    await until(() => other.state?.phase === "stopped");
    await tab.download.resume();
    expect(await tab.settled()).toEqual({ phase: "idle" });
  });

  it("at the write of the failure too is reported all the same, and nothing is left", async () => {
    const device = new Device(new EditionHost());
    const tab = device.open();
    let refused = 0;
    tab.store.refuse = (write) => {
      if (write === "addFiles" || (write === "update" && refused++ === 0)) full();
    };
    expect(await tab.finish(EVERYTHING)).toMatchObject({ phase: "stopped", fault: { kind: "no-room" } });
    expect(await device.store.hashes()).toEqual(new Set());
    expect(await device.store.task()).toMatchObject({ fault: { kind: "no-room" } });
  });

  it("for all further writes ends the download in this tab", async () => {
    const device = new Device(new EditionHost());
    const tab = device.open();
    tab.store.refuse = (write) => {
      if (write !== "updateTask") full();
    };
    expect(await tab.finish(EVERYTHING)).toMatchObject({ phase: "stopped", fault: { kind: "no-room" } });
    expect(await device.storedEdition()).toBeUndefined();
  });

  it("at the swap leaves the older edition", async () => {
    const { device, host } = await deviceWith(EVERYTHING);
    const before = await device.read();
    host.deploy(NEWER, "2026-11-03");
    const tab = device.open({ sendToWorker: async () => ({ done: false, reason: "QuotaExceededError" }) });
    expect(await tab.finish(EVERYTHING)).toMatchObject({ phase: "stopped", fault: { kind: "no-room" } });
    expect(await device.read()).toEqual(before);
  });

  it("is reported with the free space only where that is too small", async () => {
    const device = new Device(new EditionHost());
    device.quota = { quota: 10_000, usage: 0 };
    const state = await downloadOn(device.open(), "addFiles", 1);
    expect(state).toMatchObject({ fault: { kind: "no-room", neededBytes: expect.any(Number), freeBytes: undefined } });
  });
});
