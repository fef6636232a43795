import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { Device, EVERYTHING, until } from "./fake-device.ts";
import { EditionHost, edition, LISTS } from "./fake-host.ts";

const OLDER = edition();
const NEWER = edition({
  "2026/11/01/talks/index.html": "<p>Talks are over",
  "2026/11/02/strait/index.html": "<p>The strait is closed again",
  "assets/site-1.css": undefined,
  "assets/site-2.css": "q{}",
  "index.html": "The front of tomorrow",
});

const downloaded = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path !== "404.html" && !path.endsWith(".xml")));

/** A device that has downloaded the older edition, or nothing. */
async function deviceBefore(hasOlder: boolean): Promise<Device> {
  const device = new Device(new EditionHost(OLDER));
  if (hasOlder) {
    const tab = device.open();
    await tab.finish(EVERYTHING);
    tab.close();
  }
  device.host.deploy(NEWER, "2026-11-03");
  return device;
}

/** The stored files, as they are requested. */
async function addressesOf(device: Device): Promise<ReadonlySet<string>> {
  const hashes = await device.store.hashes();
  const { files } = JSON.parse(device.host.text("edition.json"));
  const there = Object.keys(files).filter((path) => hashes.has(files[path][0]));
  return new Set(there.map((path) => path.replace(/(?<=^|\/)index\.html$/, "")));
}

describe.each([
  { name: "a download", hasOlder: false, before: {} },
  { name: "an update", hasOlder: true, before: downloaded(OLDER) },
])("$name whose tab is closed", ({ hasOlder, before }) => {
  /** Closes the tab after a number of steps. Returns false if the download was done before. */
  async function closedAfter(steps: number): Promise<boolean> {
    const device = await deviceBefore(hasOlder);
    const tab = device.open();
    await until(() => tab.states.length > 0);
    tab.states.length = 0;
    tab.stepsLeft = steps;
    void tab.download.start(EVERYTHING);
    await tab.settled();
    if (!tab.isClosed) return false;

    const left = await device.read();
    const isWhole = isDeepStrictEqual(left, downloaded(NEWER));
    if (!isWhole) expect(left, `after ${steps} steps`).toEqual(before);

    const isOfflineMessage = (await device.store.task()) !== undefined;
    const there = await addressesOf(device);
    device.host.requested = [];
    const next = device.open();
    await next.download.continue();
    await next.settled();
    // If not even the task had been stored, nothing is resumed.
    expect(await device.read(), `after ${steps} steps`).toEqual(isOfflineMessage || isWhole ? downloaded(NEWER) : before);
    expect(device.host.requested.filter((path) => there.has(path) && !LISTS.includes(path))).toEqual([]);
    next.close();
    await device.reopened();
    expect(await device.store.hashes()).toEqual(new Set(Object.values((await device.storedEdition())?.files ?? {})));
    return true;
  }

  it("leaves the old edition or the whole new one, at every step, and the next tab resumes it", async () => {
    let steps = 0;
    while (await closedAfter(steps)) steps += 1;
    expect(steps).toBeGreaterThan(hasOlder ? 15 : 40);
  });

  it("is resumed by another open tab", async () => {
    const device = await deviceBefore(hasOlder);
    const [tab, other] = [device.open(), device.open()];
    await other.download.continue();
    tab.stepsLeft = 12;
    void tab.download.start(EVERYTHING);
    await until(() => tab.isClosed);
    await until(() => other.state?.phase === "saving");
    expect(await other.settled()).toEqual({ phase: "idle" });
    expect(await device.read()).toEqual(downloaded(NEWER));
  });
});
