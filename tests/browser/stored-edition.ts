import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { filesOfScope } from "../../src/formats/offline/scope-files.ts";
import type { EditionStories, Selection } from "../../src/formats/offline/scopes.ts";
import type { StoredEdition } from "../../src/formats/offline/stored-edition.ts";
import type { Done, ToOfflineWorker } from "../../src/formats/offline/worker-messages.ts";
import { mediaType } from "../../src/node/publish/hosts/media-types.ts";

/** The date of an edition, and its files by path from the root. */
export interface EditionFiles {
  readonly date: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** The files of a selection, from the output of a build. */
export function filesOfSelection(tree: ReadonlyMap<string, Buffer>, selection: Selection): ReadonlyMap<string, Buffer> {
  const stories: EditionStories = JSON.parse(tree.get("offline/stories.json")?.toString() ?? "");
  const paths = filesOfScope(selection, [...tree.keys()], stories);
  return new Map(paths.map((path) => [path, tree.get(path) ?? Buffer.of()]));
}

/**
 * Stores an edition directly, without a download.
 *
 * @param root the URL of the publication that the page belongs to
 */
export async function storeEdition(page: Page, root: string, { date, files }: EditionFiles): Promise<Done> {
  const hashed = [...files].map(([path, bytes]) => ({ path, bytes, sha256: createHash("sha256").update(bytes).digest("hex") }));
  const edition: StoredEdition = {
    selection: { part: "everything", pictures: true },
    name: "Everything",
    stories: 1,
    bytes: hashed.reduce((sum, { bytes }) => sum + bytes.length, 0),
    fingerprint: date,
    date,
    keptAtMs: 0,
    files: Object.fromEntries(hashed.map(({ path, sha256 }) => [path, sha256])),
  };
  const stored = hashed.map(({ path, bytes, sha256 }) => ({ sha256, type: mediaType(path), base64: bytes.toString("base64") }));
  await page.evaluate(storeFiles, { name: `${root} edition`, stored });
  return sendToWorker(page, { kind: "swap-edition", edition });
}

/** Runs in the page. Writes the same records as `EditionStore`. */
async function storeFiles(files: {
  readonly name: string;
  readonly stored: readonly { readonly sha256: string; readonly type: string; readonly base64: string }[];
}): Promise<void> {
  const opening = indexedDB.open(files.name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("files", { keyPath: "sha256" });
    opening.result.createObjectStore("editions");
    opening.result.createObjectStore("tasks");
  };
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = reject;
  });
  const transaction = opening.result.transaction("files", "readwrite");
  for (const { sha256, type, base64 } of files.stored) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
    transaction.objectStore("files").put({ sha256, type, bytes });
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  opening.result.close();
}

/** Whether the worker of the page's own publication controls it, and not that of a publication above. */
export async function isControlled(page: Page, root: string): Promise<boolean> {
  return page.evaluate(async (scope) => {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    return registration?.scope === scope && navigator.serviceWorker.controller === registration.active;
  }, root);
}

/** Sends a message to the worker of a page. */
export async function sendToWorker(page: Page, message: ToOfflineWorker): Promise<Done> {
  return page.evaluate((sent) => {
    const { port1, port2 } = new MessageChannel();
    navigator.serviceWorker.controller?.postMessage(sent, [port2]);
    port1.start();
    return new Promise<Done>((resolve) => port1.addEventListener("message", ({ data }) => resolve(data)));
  }, message);
}

/** The number of stored files of the publication at a root; undefined where it has no database. */
export async function countStoredFiles(page: Page, root: string): Promise<number | undefined> {
  return page.evaluate(async (name) => {
    if (!(await indexedDB.databases()).some((database) => database.name === name)) return undefined;
    const opening = indexedDB.open(name);
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    const counting = opening.result.transaction("files").objectStore("files").count();
    await new Promise((resolve, reject) => {
      counting.onsuccess = resolve;
      counting.onerror = reject;
    });
    opening.result.close();
    return counting.result;
  }, `${root} edition`);
}

/** The fingerprint of the stored edition of the publication at a root; undefined where there is none. */
export async function storedFingerprint(page: Page, root: string): Promise<string | undefined> {
  return page.evaluate(async (name) => {
    const done = (request: IDBRequest) => new Promise((resolve) => request.addEventListener("success", resolve));
    const opening = indexedDB.open(name);
    await done(opening);
    const record = opening.result.transaction("editions").objectStore("editions").get("held");
    await done(record);
    opening.result.close();
    return record.result?.kept?.fingerprint;
  }, `${root} edition`);
}

/** The stored edition of the publication at a root, with those of its files that are missing or damaged; undefined without one. */
export async function readStoredEdition(page: Page, root: string) {
  return page.evaluate(async (name) => {
    const done = (request: IDBRequest) =>
      new Promise((resolve, reject) => {
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    if (!(await indexedDB.databases()).some((database) => database.name === name)) return undefined;
    const opening = indexedDB.open(name);
    await done(opening);
    const transaction = opening.result.transaction(["editions", "files"]);
    const [record, files] = [transaction.objectStore("editions").get("held"), transaction.objectStore("files").getAll()];
    await Promise.all([done(record), done(files)]);
    opening.result.close();
    const kept: StoredEdition | undefined = record.result?.kept;
    if (!kept) return undefined;
    const stored = new Map(files.result.map(({ sha256, bytes }) => [sha256, bytes]));
    const broken: string[] = [];
    for (const [path, sha256] of Object.entries(kept.files)) {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", stored.get(sha256) ?? new ArrayBuffer()));
      if ([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") !== sha256) broken.push(path);
    }
    return { fingerprint: kept.fingerprint, files: Object.keys(kept.files).length, broken };
  }, `${root} edition`);
}
