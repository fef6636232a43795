import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serveFolder } from "../hosts/serve-folder.ts";

/** The part of Pagefind's JavaScript interface in use here. */
interface PagefindModule {
  createInstance(options: { basePath: string; metaCacheTag: string }): WrittenVolume;
}

/** A volume as it can be searched. `null` finds every story; words within quotation marks, the stories with exactly those. */
export interface WrittenVolume {
  search(query: string | null): Promise<{ results: readonly { data(): Promise<{ raw_url: string }> }[] }>;
}

/** Reads a written volume as a reader's browser would, with the engine that was written beside it. */
export async function readWritten<T>(folder: string, read: (volume: WrittenVolume) => Promise<T>): Promise<T> {
  const server = await serveFolder(folder, 0);
  try {
    const { createInstance }: PagefindModule = await import(pathToFileURL(join(folder, "pagefind.js")).href);
    return await read(createInstance({ basePath: server.address, metaCacheTag: "written" }));
  } finally {
    await server.close();
  }
}
