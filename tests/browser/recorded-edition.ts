import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { ROOT } from "../site/build-site.ts";
import type { Network } from "./network.ts";

/** The content of the recorded edition, and what a browser stored of it: see the fixture's README. */
export const RECORDED = join(ROOT, "tests/fixtures/recorded-edition");

type Records = readonly (readonly [key: string, value: object])[];

interface RecordedDevice {
  readonly database: {
    /** Without the publication's root, with which names start. */
    readonly name: string;
    readonly version: number;
    readonly stores: Readonly<Record<string, { readonly keyPath: string | null; readonly records: Records }>>;
  };
  readonly pausedTask: Records;
  readonly caches: Readonly<
    Record<string, readonly { path: string; status: number; headers: Record<string, string>; body: string }[]>
  >;
  /** By SHA-256. */
  readonly bodies: Readonly<Record<string, { readonly text: string } | { readonly base64: string }>>;
}

export function readRecordedDevice(): RecordedDevice {
  return JSON.parse(gunzipSync(readFileSync(join(RECORDED, "device.json.gz"))).toString());
}

/** Restores a recorded database and caches in a browser that has stored nothing yet. */
export async function restoreDevice(page: Page, network: Network, device: RecordedDevice): Promise<void> {
  const answer = { status: 200, headers: { "Content-Type": "text/html" }, body: "<!doctype html><title>Restored</title>" };
  network.simulate(() => ({ answer }));
  await page.goto(`${network.origin}/`);
  await page.evaluate(restore, { ...device, root: `${network.origin}/` });
  network.simulate(() => undefined);
}

/** Runs in the page. */
async function restore({ root, database, caches: contents, bodies }: RecordedDevice & { readonly root: string }) {
  const bytesOf = (sha256: string) => {
    const body = bodies[sha256] ?? { text: "" };
    if ("text" in body) return new TextEncoder().encode(body.text).buffer;
    return Uint8Array.from(atob(body.base64), (character) => character.charCodeAt(0)).buffer;
  };
  const opening = indexedDB.open(root + database.name, database.version);
  opening.onupgradeneeded = () => {
    for (const [name, { keyPath }] of Object.entries(database.stores)) opening.result.createObjectStore(name, { keyPath });
  };
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = reject;
  });
  const transaction = opening.result.transaction(Object.keys(database.stores), "readwrite");
  for (const [name, { keyPath, records }] of Object.entries(database.stores)) {
    for (const [key, value] of records) {
      const record = "bytes" in value && name === "files" ? { ...value, bytes: bytesOf(key) } : value;
      transaction.objectStore(name).put(record, keyPath === null ? key : undefined);
    }
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  opening.result.close();
  for (const [name, entries] of Object.entries(contents)) {
    const cache = await caches.open(root + name);
    for (const { path, status, headers, body } of entries) {
      await cache.put(root + path, new Response(bytesOf(body), { status, headers }));
    }
  }
}
