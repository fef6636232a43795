import type { EditionParts, EditionStories } from "../../../formats/offline/scopes.ts";
import { EDITION_MANIFEST, EDITION_PARTS, EDITION_STORIES } from "../../../model/urls.ts";
import type { EditionStore } from "../store/edition-store.ts";
import { SaveError } from "./download-error.ts";
import { sha256Of } from "./fetch-file.ts";
import type { Answer } from "./fetch-with-timeout.ts";
import { FOUND, type Host } from "./host.ts";
import { type ListedFiles, readFiles, readParts, readStories } from "./list-schemas.ts";
import { wait } from "./wait.ts";

/** What an edition consists of, and what can be taken along of it: three files of one and the same edition. */
export interface EditionLists {
  readonly parts: EditionParts;
  readonly stories: EditionStories;
  readonly files: ListedFiles;
}

/** The paths of the three from the root. */
const PARTS = EDITION_PARTS.slice(1);
const STORIES = EDITION_STORIES.slice(1);
const FILES = EDITION_MANIFEST.slice(1);

type Store = Pick<EditionStore, "file" | "addFiles">;

/** How long a host is given each time to put up the rest of an edition. */
const RESTS_MS = [1000, 4000, 16_000] as const;

/**
 * Fetches the lists. While an edition is being put up they may be of two, and are asked for again after a while.
 *
 * @throws `SaveError` where the host does not send them
 */
export async function fetchLists(host: Host, store: Store, signal: AbortSignal): Promise<EditionLists> {
  for (const restMs of RESTS_MS) {
    try {
      return await fetchOnce(host, store);
    } catch (error) {
      if (!isPassing(error)) throw error;
      await wait(restMs, signal);
    }
  }
  return fetchOnce(host, store);
}

/** Whether the host has sent lists, but not such as can be used: a host that sent none has been asked again already. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof SaveError)) return false;
  return error.fault.kind === "damaged" || (error.fault.kind === "unavailable" && error.fault.status === FOUND);
}

async function fetchOnce(host: Host, store: Store): Promise<EditionLists> {
  const [parts, files] = await Promise.all([host.ask(PARTS), host.ask(FILES)]);
  const lists = { parts: understood(PARTS, parts, readParts), files: understood(FILES, files, readFiles) };
  await verify(PARTS, parts, lists.files);
  return { ...lists, stories: await storiesOf(lists.files, host, store) };
}

/** The list of stories is a file of every part: an update for which it is the same as before has it at hand. */
async function storiesOf(files: ListedFiles, host: Host, store: Store): Promise<EditionStories> {
  const sha256 = files[STORIES]?.[0];
  const stored = sha256 === undefined ? undefined : await store.file(sha256);
  const answer = stored ? { ...stored, status: FOUND } : await host.ask(STORIES);
  const stories = understood(STORIES, answer, readStories);
  await verify(STORIES, answer, files);
  if (!stored && sha256 !== undefined) {
    // Where there is no room, that is told as soon as it is known how much is needed.
    await store.addFiles([{ sha256, type: answer.type, bytes: answer.bytes }]).catch(() => {});
  }
  return stories;
}

function understood<T>(path: string, { status, bytes }: Answer, read: (bytes: ArrayBuffer) => T | undefined): T {
  const list = status === FOUND ? read(bytes) : undefined;
  if (list === undefined) throw new SaveError({ kind: "unavailable", path, status });
  return list;
}

async function verify(path: string, { bytes }: Answer, files: ListedFiles): Promise<void> {
  if (files[path]?.[0] !== (await sha256Of(bytes))) throw new SaveError({ kind: "damaged", path });
}
