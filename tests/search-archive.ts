import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ArchiveSearch } from "../src/browser/search/engine/archive-search.ts";
import { shardOpener } from "../src/browser/search/engine/open-shards.ts";
import type { SearchAnswer } from "../src/formats/search/search-answer.ts";
import type { SearchManifest } from "../src/formats/search/search-manifest.ts";
import { readSearchRequest } from "../src/formats/search/search-request.ts";

/** The search of a built site without a browser: the same engine and the same files. */
export interface SearchedArchive {
  /**
   * The complete answer to an address such as `q=brent&sort=newest`.
   *
   * @param shown how many stories to show of those found (20)
   * @param counts whether to count facets (true)
   */
  search(address: Readonly<Record<string, string>>, shown?: number, counts?: boolean): Promise<SearchAnswer>;
  close(): void;
}

let opened = 0;

/** @param folder of a built site; its `pagefind` folder is all that is needed */
export async function openSearchArchive(folder: string): Promise<SearchedArchive> {
  opened += 1;
  // A reserved name (RFC 2606): requests to it can only be for files of this archive.
  const host = `http://archive-${opened}.invalid/`;
  const index = join(folder, "pagefind");
  const manifest: SearchManifest = JSON.parse(await readFile(join(index, "manifest.json"), "utf8"));
  const engine = pathToFileURL(join(index, "pagefind.js")).href;
  const originalFetch = globalThis.fetch;
  // Not a server: in this process it would let connections time out while Pagefind works, and shards would seem to be missing.
  globalThis.fetch = (input, init) => {
    const { href, pathname } = new URL(input instanceof Request ? input.url : input);
    return href.startsWith(host) ? fetchFromDisk(join(folder, pathname)) : originalFetch(input, init);
  };
  const open = shardOpener(`${host}pagefind/`, manifest.everywhere, () => import(engine));
  return {
    search: async (address, shown = 20, counts = true) => {
      const request = readSearchRequest(new URLSearchParams(address));
      const answers: SearchAnswer[] = [];
      const onAnswer = (answer: SearchAnswer): void => void answers.push(answer);
      const context = { manifest, open, onAnswer, isSuperseded: () => false };
      await new ArchiveSearch({ request, shown, counts }, context).run();
      const last = answers.at(-1);
      if (!last?.isComplete) throw new Error("The search ended without a complete answer.");
      return last;
    },
    close: () => {
      globalThis.fetch = originalFetch;
    },
  };
}

async function fetchFromDisk(file: string): Promise<Response> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes ? new Response(bytes) : new Response(null, { status: 404 });
}
