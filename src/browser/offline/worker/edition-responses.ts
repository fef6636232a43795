import { cacheNames } from "../../../formats/offline/storage-names.ts";
import { EDITION_DATE } from "../../../formats/offline/stored-copy.ts";
import type { StoredEditions } from "../../../formats/offline/stored-edition.ts";
import type { Done } from "../../../formats/offline/worker-messages.ts";
import { OFFLINE } from "../../../model/fixed-pages.ts";
import { EditionStore } from "../store/edition-store.ts";
import { outcomeOf } from "../store/stored-editions.ts";
import { type EditionFile, editionPath, findFallbackImage, findFile } from "./edition-files.ts";
import { scope } from "./service-worker.ts";

/** The security headers of hosts. */
const SECURITY_HEADERS = [
  "Content-Security-Policy",
  "Cross-Origin-Opener-Policy",
  "Cross-Origin-Resource-Policy",
  "Permissions-Policy",
  "Referrer-Policy",
  "X-Content-Type-Options",
];

/** Cached in memory: an edition may list more than ten thousand files, too many to read for every response. */
interface Memory {
  readonly editions: StoredEditions;
  readonly securityHeaders: Readonly<Record<string, string>>;
}

const NOTHING: Memory = { editions: { kept: undefined, former: [] }, securityHeaders: {} };
const offlinePage = new URL(`.${OFFLINE}`, scope).href;
const store = new EditionStore(scope);
let memory: Promise<Memory> | undefined;

/** The editions on the device; none where the browser refuses storage. */
export async function storedEditions(): Promise<StoredEditions> {
  return (await recall()).editions;
}

/** Changes the stored editions. */
export async function updateStore(change: (store: EditionStore) => Promise<void>): Promise<Done> {
  const done = await outcomeOf(() => change(store));
  memory = undefined;
  return done;
}

/** Responds with a file of a stored edition, for a client by its id; undefined where there is none. */
export async function editionResponse(address: string, client: string, isHashed: boolean): Promise<Response | undefined> {
  return respond(address, (editions, path) => findFile(editions, { path, client, isHashed }));
}

/** Responds with the offline variant of a picture whose requested file is not stored. */
export async function fallbackImage(address: string, client: string): Promise<Response | undefined> {
  return respond(address, (editions, path) => findFallbackImage(editions, { path, client }));
}

async function respond(
  address: string,
  find: (editions: StoredEditions, path: string) => EditionFile | undefined,
): Promise<Response | undefined> {
  const { editions, securityHeaders } = await recall();
  const path = editionPath(address, scope);
  const match = path === undefined ? undefined : find(editions, path);
  if (!match) return undefined;
  // Where the browser cannot read the file, a cached copy may still be used.
  const file = await store.file(match.sha256).catch(() => undefined);
  if (!file) return undefined;
  const headers = { "Content-Type": file.type, "Content-Length": String(file.bytes.byteLength) };
  return new Response(file.bytes, { headers: { ...securityHeaders, ...headers, [EDITION_DATE]: match.edition.date } });
}

/** An error is not cached. */
function recall(): Promise<Memory> {
  const reading = memory ?? read();
  memory = reading;
  return reading.catch(() => {
    if (memory === reading) memory = undefined;
    return NOTHING;
  });
}

async function read(): Promise<Memory> {
  const [editions, securityHeaders] = await Promise.all([store.editions(), readSecurityHeaders()]);
  return { editions, securityHeaders };
}

/** Those that the host sent with the offline page, which is always cached: the store has files without their headers. */
async function readSecurityHeaders(): Promise<Readonly<Record<string, string>>> {
  const page = await caches.match(offlinePage, { cacheName: cacheNames(scope).pages, ignoreVary: true });
  return Object.fromEntries(
    SECURITY_HEADERS.flatMap((name) => {
      const value = page?.headers.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}
