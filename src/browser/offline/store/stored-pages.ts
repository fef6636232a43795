import { CACHE_KINDS, cacheNames, isOwnCache } from "../../../formats/offline/storage-names.ts";
import { storedAtMs } from "../../../formats/offline/stored-copy.ts";
import { decodeEntities } from "../../../lib/html-entities.ts";
import { OFFLINE } from "../../../model/fixed-pages.ts";
import { publicationRoot } from "../../publication-root.ts";
import { deleteEditionStore } from "./edition-store.ts";

/** A page in the cache of pages that have been read. */
export interface StoredPage {
  readonly address: string;
  /** The document's title. */
  readonly title: string;
  readonly storedAtMs: number;
}

/** The cached pages, newest first, and the size of all caches. */
export interface StoredPages {
  readonly pages: readonly StoredPage[];
  readonly bytes: number;
}

/** Lists the cached pages of the publication. Rejects where the browser refuses storage, as some private windows do. */
export async function readStoredPages(): Promise<StoredPages> {
  const names = cacheNames(publicationRoot.href);
  const responses = await Promise.all(CACHE_KINDS.map((kind) => responsesIn(names[kind])));
  const bytes = responses.flat().reduce((sum, [, { headers }]) => sum + Number(headers.get("Content-Length") ?? 0), 0);
  const offlinePage = new URL(`.${OFFLINE}`, publicationRoot).href;
  const pages = (await responsesIn(names.pages)).filter(([{ url }]) => url !== offlinePage);
  const read = await Promise.all(pages.map(([{ url }, response]) => storedPage(url, response)));
  return { pages: read.sort((a, b) => b.storedAtMs - a.storedAtMs || (a.address < b.address ? -1 : 1)), bytes };
}

/** Does not open a missing cache, which would create it. */
async function responsesIn(name: string): Promise<readonly (readonly [Request, Response])[]> {
  if (!(await caches.has(name))) return [];
  const cache = await caches.open(name);
  const matches = await Promise.all((await cache.keys()).map(async (key) => [key, await cache.match(key)] as const));
  return matches.flatMap(([key, response]) => (response ? [[key, response] as const] : []));
}

async function storedPage(address: string, response: Response): Promise<StoredPage> {
  const title = titleOf(await response.text());
  return { address, title: title === "" ? new URL(address).pathname : title, storedAtMs: storedAtMs(response) ?? 0 };
}

/** The title of a page, in the form that our serializer writes: under Trusted Types no script can parse HTML. */
function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  return decodeEntities(title).trim();
}

/** Deletes all caches and editions of the publication, and unregisters its worker. A later page registers it anew. */
export async function deleteEverythingStored(): Promise<void> {
  const { href } = publicationRoot;
  const registration = await navigator.serviceWorker.getRegistration(href);
  if (registration?.scope === href) await registration.unregister();
  const own = (await caches.keys()).filter((name) => isOwnCache(name, href));
  await Promise.all([...own.map((name) => caches.delete(name)), deleteEditionStore(href)]);
}
