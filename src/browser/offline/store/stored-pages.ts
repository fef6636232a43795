import { CACHE_KINDS, cacheNames, isOwnCache } from "../../../formats/offline/storage-names.ts";
import { keptAtMs } from "../../../formats/offline/stored-copy.ts";
import { OFFLINE } from "../../../model/urls.ts";
import { publicationRoot } from "../../publication-root.ts";
import { deleteEditionStore } from "./edition-store.ts";

/** A page that the device holds. */
export interface KeptPage {
  readonly address: string;
  /** What the document is called. */
  readonly title: string;
  readonly keptAtMs: number;
}

/** What the device holds of the publication: its pages, the newest first, and how much everything weighs. */
export interface Kept {
  readonly pages: readonly KeptPage[];
  readonly bytes: number;
}

/** Reads what the device holds. Rejects where the browser gives no storage, as some private windows do. */
export async function readKept(): Promise<Kept> {
  const names = cacheNames(publicationRoot.href);
  const held = await Promise.all(CACHE_KINDS.map((kind) => responsesIn(names[kind])));
  const bytes = held.flat().reduce((sum, [, { headers }]) => sum + Number(headers.get("Content-Length") ?? 0), 0);
  const own = new URL(`.${OFFLINE}`, publicationRoot).href;
  const pages = (await responsesIn(names.pages)).filter(([{ url }]) => url !== own);
  const read = await Promise.all(pages.map(([{ url }, response]) => keptPage(url, response)));
  return { pages: read.sort((a, b) => b.keptAtMs - a.keptAtMs || (a.address < b.address ? -1 : 1)), bytes };
}

/** Opening a cache would make it, where there is none. */
async function responsesIn(name: string): Promise<readonly (readonly [Request, Response])[]> {
  if (!(await caches.has(name))) return [];
  const cache = await caches.open(name);
  const found = await Promise.all((await cache.keys()).map(async (key) => [key, await cache.match(key)] as const));
  return found.flatMap(([key, response]) => (response ? [[key, response] as const] : []));
}

async function keptPage(address: string, response: Response): Promise<KeptPage> {
  const title = titleOf(await response.text());
  return { address, title: title === "" ? new URL(address).pathname : title, keptAtMs: keptAtMs(response) ?? 0 };
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** The title of a page as our serialiser writes it: Trusted Types let no script parse HTML. */
function titleOf(html: string): string {
  const written = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  return written.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity).trim();
}

/** Deletes all that the device holds, and has the worker go: the next page that is read for a while begins anew. */
export async function deleteKept(): Promise<void> {
  const { href } = publicationRoot;
  const registration = await navigator.serviceWorker.getRegistration(href);
  if (registration?.scope === href) await registration.unregister();
  const own = (await caches.keys()).filter((name) => isOwnCache(name, href));
  await Promise.all([...own.map((name) => caches.delete(name)), deleteEditionStore(href)]);
}
