import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Device, deviceWith, EVERYTHING, until } from "./edition-device.ts";
import { EditionHost, lostLine, pausesSeconds } from "./edition-host.ts";
import { asksFor, saveWith, stopped, TALKS, TALKS_ADDRESS, times } from "./edition-troubles.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

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
