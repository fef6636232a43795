import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { downloadWith, requestCount, stopped, TALKS, TALKS_ADDRESS, times } from "./failing-download.ts";
import { Device, deviceWith, EVERYTHING, until } from "./fake-device.ts";
import { EditionHost, intervalsSeconds, networkError } from "./fake-host.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

describe("a network that is down", () => {
  /** A download during which the network goes down. */
  async function disconnected() {
    const host = new EditionHost();
    host.fail(TALKS, () => {
      host.isUnreachable = true;
      return networkError();
    });
    const device = new Device(host);
    const tab = device.open();
    await tab.download.start(EVERYTHING);
    await until(() => tab.state?.phase === "waiting");
    return { device, host, tab };
  }

  it("is polled by a single request with exponential backoff, up to a minute", async () => {
    const { host, tab } = await disconnected();
    const start = host.requested.length;
    await until(() => host.requested.length === start + 6);
    expect(host.requested.slice(start)).toEqual(Array(6).fill("offline/parts.json"));
    expect(intervalsSeconds(host.requestedAtMs.slice(start - 1))).toEqual([5, 10, 20, 40, 60, 60]);
    host.isUnreachable = false;
    expect(await tab.settled()).toEqual({ phase: "idle" });
  });

  it("is reported with the progress, and the fetched files are stored meanwhile", async () => {
    const { device, host, tab } = await disconnected();
    expect(tab.state).toMatchObject({ phase: "waiting", selection: EVERYTHING, progress: { storiesInAll: 3 } });
    await until(() => host.requested.at(-1) === "offline/parts.json");
    expect((await device.store.hashes()).size).toBe(3);
    host.isUnreachable = false;
    await tab.settled();
    const phases = tab.states.map(({ phase }) => phase).filter((phase, index, all) => phase !== all[index - 1]);
    expect(phases.slice(phases.indexOf("preparing"))).toEqual(["preparing", "saving", "waiting", "saving", "idle"]);
    expect(requestCount(host, TALKS_ADDRESS)).toBe(2);
  });

  it("is reported at the start too, before the size is known", async () => {
    const host = new EditionHost();
    host.isUnreachable = true;
    const tab = new Device(host).open();
    await tab.download.start(EVERYTHING);
    await until(() => tab.state?.phase === "waiting");
    expect(tab.state).toEqual({ phase: "waiting", selection: EVERYTHING, progress: undefined });
    host.isUnreachable = false;
    expect(await tab.settled()).toEqual({ phase: "idle" });
  });

  it("ends the wait as soon as the browser is online", async () => {
    const { device, host, tab } = await disconnected();
    await until(() => requestCount(host, "offline/parts.json") === 4);
    const { length: before } = host.requested;
    host.isUnreachable = false;
    device.network.dispatchEvent(new Event("online"));
    expect(await tab.settled()).toEqual({ phase: "idle" });
    expect(intervalsSeconds(host.requestedAtMs.slice(before - 1))[0]).toBeLessThan(5);
  });

  it("is not blamed where a single file never arrives: that is reported", async () => {
    const { host, state } = await downloadWith(TALKS, ...times(100, networkError));
    expect(state).toEqual(stopped({ kind: "unavailable", path: TALKS, status: 0 }));
    expect(requestCount(host, TALKS_ADDRESS)).toBe(16);
  });

  it("counts as down after half a minute without data, but not while it is slow", async () => {
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
    host.fail(TALKS, () => new Promise<never>(() => {}));
    host.fail("politics/index.html", () => new Response(drops("Politics")));
    const { tab } = await deviceWith(EVERYTHING, host);
    expect(tab.state).toEqual({ phase: "idle" });
    expect(intervalsSeconds(host.timesOf(TALKS_ADDRESS))).toEqual([35]);
    expect(host.timesOf("politics/")).toHaveLength(1);
  });
});
