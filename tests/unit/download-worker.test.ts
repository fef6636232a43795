import { afterEach, describe, expect, it, vi } from "vitest";
import { sendToWorker } from "../../src/browser/offline/download/post-to-worker.ts";
import type { Done, ToOfflineWorker } from "../../src/formats/offline/worker-messages.ts";
import { deviceWith, EVERYTHING } from "./fake-device.ts";
import { ROOT } from "./fake-host.ts";

const DELETE = { kind: "delete-edition" } as const;

/** A worker that always gives the same answer, or none. */
function worker(answer?: Done) {
  const received: ToOfflineWorker[] = [];
  const postMessage = (message: ToOfflineWorker, [port]: readonly [MessagePort]) => {
    received.push(message);
    if (answer) port.postMessage(answer);
    else port.close();
  };
  return { received, postMessage };
}

function browserWith(registration: object | undefined): void {
  vi.stubGlobal("navigator", { serviceWorker: { getRegistration: async () => registration } });
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the stored edition", () => {
  it.each<Done>([{ done: true }, { done: false, reason: "QuotaExceededError" }])(
    "is changed by the worker: %j",
    async (answer) => {
      const { device } = await deviceWith(EVERYTHING);
      const active = worker(answer);
      browserWith({ scope: ROOT.href, active });
      expect(await sendToWorker(DELETE, ROOT.href, device.store)).toEqual(answer);
      expect(active.received).toEqual([DELETE]);
      expect(await device.storedEdition()).toBeDefined();
    },
  );

  it.each([
    ["is none", undefined],
    ["is none yet", { scope: ROOT.href, active: null }],
    ["is that of a site above", { scope: "https://paper.example/", active: worker({ done: true }) }],
  ])("is changed by the page where the worker %s", async (_, registration) => {
    const { device } = await deviceWith(EVERYTHING);
    const edition = await device.storedEdition();
    browserWith(registration);
    expect(await device.storedEdition()).toEqual(edition);
    if (edition) expect(await sendToWorker({ kind: "swap-edition", edition }, ROOT.href, device.store)).toEqual({ done: true });
    expect(await sendToWorker(DELETE, ROOT.href, device.store)).toEqual({ done: true });
    expect(await device.storedEdition()).toBeUndefined();
    expect(await device.store.hashes()).toEqual(new Set());
  });

  it("is not changed by the page where the worker does not answer", async () => {
    const { device } = await deviceWith(EVERYTHING);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    browserWith({ scope: ROOT.href, active: worker() });
    const answer = sendToWorker(DELETE, ROOT.href, device.store);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toEqual({ done: false, reason: "TimeoutError" });
    expect(await device.storedEdition()).toBeDefined();
  });
});
