import { cacheNames } from "../../../formats/offline/storage-names.ts";
import { EDITION_DATE } from "../../../formats/offline/stored-copy.ts";
import type { Done } from "../../../formats/offline/worker-messages.ts";
import { OFFLINE } from "../../../model/urls.ts";
import { EditionStore, type HeldEditions } from "../store/edition-store.ts";
import { doneBy } from "../store/stored-editions.ts";
import { type EditionFile, editionPath, findFile, findStandIn } from "./edition-files.ts";
import { scope } from "./service-worker.ts";

/** What hosts say with everything they send, for the safety of readers. */
const GUARDS = [
  "Content-Security-Policy",
  "Cross-Origin-Opener-Policy",
  "Cross-Origin-Resource-Policy",
  "Permissions-Policy",
  "Referrer-Policy",
  "X-Content-Type-Options",
];

/** What of the store does not have to be read for every answer: an edition may name more than ten thousand files. */
interface Remembered {
  readonly held: HeldEditions;
  readonly guards: Readonly<Record<string, string>>;
}

const NOTHING: Remembered = { held: { kept: undefined, former: [] }, guards: {} };
const offlinePage = new URL(`.${OFFLINE}`, scope).href;
const store = new EditionStore(scope);
let remembered: Promise<Remembered> | undefined;

/** The editions that the device holds. A browser that refuses storage holds none. */
export async function heldEditions(): Promise<HeldEditions> {
  return (await recall()).held;
}

/** Changes what is held. */
export async function changeHeld(change: (store: EditionStore) => Promise<void>): Promise<Done> {
  const done = await doneBy(() => change(store));
  remembered = undefined;
  return done;
}

/** What the editions of the device have at an address, for a client by its id. */
export async function fromEdition(address: string, client: string, isHashed: boolean): Promise<Response | undefined> {
  return respond(address, (held, path) => findFile(held, { path, client, isHashed }));
}

/** What they have in the place of a picture that is not among their files. */
export async function standInFor(address: string, client: string): Promise<Response | undefined> {
  return respond(address, (held, path) => findStandIn(held, { path, client }));
}

async function respond(
  address: string,
  find: (held: HeldEditions, path: string) => EditionFile | undefined,
): Promise<Response | undefined> {
  const { held, guards } = await recall();
  const path = editionPath(address, scope);
  const found = path === undefined ? undefined : find(held, path);
  if (!found) return undefined;
  // What the browser cannot give back now may still come from elsewhere.
  const file = await store.file(found.sha256).catch(() => undefined);
  if (!file) return undefined;
  const headers = { "Content-Type": file.type, "Content-Length": String(file.bytes.byteLength) };
  return new Response(file.bytes, { headers: { ...guards, ...headers, [EDITION_DATE]: found.edition.date } });
}

function recall(): Promise<Remembered> {
  const reading = remembered ?? read();
  remembered = reading;
  return reading.catch(() => {
    if (remembered === reading) remembered = undefined;
    return NOTHING;
  });
}

async function read(): Promise<Remembered> {
  const [held, guards] = await Promise.all([store.held(), guardsOfHost()]);
  return { held, guards };
}

/** As the host sent them with the page about reading offline, which is always kept: files are stored without theirs. */
async function guardsOfHost(): Promise<Readonly<Record<string, string>>> {
  const page = await caches.match(offlinePage, { cacheName: cacheNames(scope).pages, ignoreVary: true });
  return Object.fromEntries(
    GUARDS.flatMap((name) => {
      const value = page?.headers.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}
