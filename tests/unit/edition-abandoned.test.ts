import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { Device, EVERYTHING, until } from "./edition-device.ts";
import { EditionHost, edition, LISTS } from "./edition-host.ts";

const OLDER = edition();
const NEWER = edition({
  "2026/11/01/talks/index.html": "<p>Talks are over",
  "2026/11/02/strait/index.html": "<p>The strait is closed again",
  "assets/site-1.css": undefined,
  "assets/site-2.css": "q{}",
  "index.html": "The front of tomorrow",
});

const taken = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path !== "404.html" && !path.endsWith(".xml")));

/** A device that has saved the older edition, or nothing. */
async function deviceBefore(hasOlder: boolean): Promise<Device> {
  const device = new Device(new EditionHost(OLDER));
  if (hasOlder) {
    const tab = device.open();
    await tab.save(EVERYTHING);
    tab.close();
  }
  device.host.deploy(NEWER, "2026-11-03");
  return device;
}

/** The contents that the device has, as they are asked for. */
async function addressesOf(device: Device): Promise<ReadonlySet<string>> {
  const hashes = await device.store.hashes();
  const { files } = JSON.parse(device.host.text("edition.json"));
  const there = Object.keys(files).filter((path) => hashes.has(files[path][0]));
  return new Set(there.map((path) => path.replace(/(?<=^|\/)index\.html$/, "")));
}

describe.each([
  { name: "a save", hasOlder: false, before: {} },
  { name: "an update", hasOlder: true, before: taken(OLDER) },
])("$name that ends with its tab", ({ hasOlder, before }) => {
  /** Closes the tab after so many steps, and gives whether it had got that far. */
  async function closedAfter(steps: number): Promise<boolean> {
    const device = await deviceBefore(hasOlder);
    const tab = device.open();
    await until(() => tab.states.length > 0);
    tab.states.length = 0;
    tab.stepsLeft = steps;
    void tab.keeper.save(EVERYTHING);
    await tab.settled();
    if (!tab.isClosed) return false;

    const left = await device.read();
    const isWhole = isDeepStrictEqual(left, taken(NEWER));
    if (!isWhole) expect(left, `after ${steps} steps`).toEqual(before);

    const isAsked = (await device.store.task()) !== undefined;
    const there = await addressesOf(device);
    device.host.asked = [];
    const next = device.open();
    await next.keeper.goOn();
    await next.settled();
    // Where not even the wish had been taken down, the reader has to ask again.
    expect(await device.read(), `after ${steps} steps`).toEqual(isAsked || isWhole ? taken(NEWER) : before);
    expect(device.host.asked.filter((path) => there.has(path) && !LISTS.includes(path))).toEqual([]);
    next.close();
    await device.reopened();
    expect(await device.store.hashes()).toEqual(new Set(Object.values((await device.kept())?.files ?? {})));
    return true;
  }

  it("has kept either what was there or all of it, at every step, and the next tab goes on where it was", async () => {
    let steps = 0;
    while (await closedAfter(steps)) steps += 1;
    expect(steps).toBeGreaterThan(hasOlder ? 15 : 40);
  });

  it("is gone on with by a tab that is open already", async () => {
    const device = await deviceBefore(hasOlder);
    const [tab, other] = [device.open(), device.open()];
    await other.keeper.goOn();
    tab.stepsLeft = 12;
    void tab.keeper.save(EVERYTHING);
    await until(() => tab.isClosed);
    await until(() => other.state?.phase === "saving");
    expect(await other.settled()).toEqual({ phase: "idle" });
    expect(await device.read()).toEqual(taken(NEWER));
  });
});
