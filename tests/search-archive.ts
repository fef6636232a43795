import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ArchiveSearch } from "../src/browser/search/engine/archive-search.ts";
import { volumeOpener } from "../src/browser/search/engine/open-volumes.ts";
import type { SearchAnswer } from "../src/formats/search/search-answer.ts";
import type { SearchManifest } from "../src/formats/search/search-manifest.ts";
import { readSearchRequest } from "../src/formats/search/search-request.ts";

/** The search of a built site without a browser around it: the same engine and the same files. */
export interface SearchedArchive {
  /**
   * The whole answer to an address such as `q=brent&sort=newest`.
   *
   * @param shown stories to be shown of those found (20)
   * @param counts whether to count what each choice of a filter would leave (true)
   */
  ask(address: Readonly<Record<string, string>>, shown?: number, counts?: boolean): Promise<SearchAnswer>;
  close(): void;
}

let opened = 0;

/** @param folder of a built site; its `pagefind` folder is all that is needed */
export async function searchedArchive(folder: string): Promise<SearchedArchive> {
  opened += 1;
  // No host has such a name: what is asked of it can only be a file of this archive.
  const host = `http://archive-${opened}.invalid/`;
  const index = join(folder, "pagefind");
  const manifest: SearchManifest = JSON.parse(await readFile(join(index, "manifest.json"), "utf8"));
  const engine = pathToFileURL(join(index, "pagefind.js")).href;
  const fetchBefore = globalThis.fetch;
  // Not a server in this process: while Pagefind works it would let connections lapse, and a volume would seem to be missing.
  globalThis.fetch = (input, init) => {
    const { href, pathname } = new URL(input instanceof Request ? input.url : input);
    return href.startsWith(host) ? answerFromDisk(join(folder, pathname)) : fetchBefore(input, init);
  };
  const open = volumeOpener(`${host}pagefind/`, manifest.everywhere, () => import(engine));
  return {
    ask: async (address, shown = 20, counts = true) => {
      const request = readSearchRequest(new URLSearchParams(address));
      const answers: SearchAnswer[] = [];
      const around = { manifest, open, tell: (answer: SearchAnswer) => void answers.push(answer), isOvertaken: () => false };
      await new ArchiveSearch({ request, shown, counts }, around).run();
      const last = answers.at(-1);
      if (!last?.isComplete) throw new Error("The search ended without a complete answer.");
      return last;
    },
    close: () => {
      globalThis.fetch = fetchBefore;
    },
  };
}

async function answerFromDisk(file: string): Promise<Response> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes ? new Response(bytes) : new Response(null, { status: 404 });
}
