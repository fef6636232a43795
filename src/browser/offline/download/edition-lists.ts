import type { EditionScopes, EditionStories } from "../../../formats/offline/scopes.ts";
import { EDITION_MANIFEST, EDITION_SCOPES, EDITION_STORIES } from "../../../model/urls.ts";
import type { EditionStore } from "../store/edition-store.ts";
import type { DownloadContext } from "./download-context.ts";
import { DownloadError } from "./download-error.ts";
import { sha256Of } from "./fetch-files.ts";
import type { Answer } from "./fetch-with-timeout.ts";
import { type Host, OK, wait } from "./host.ts";
import { type ListedFiles, readFiles, readScopes, readStories } from "./read-lists.ts";

/** The scopes, stories and files of an edition: three lists of one and the same edition. */
export interface EditionLists {
  readonly scopes: EditionScopes;
  readonly stories: EditionStories;
  readonly files: ListedFiles;
}

/** Paths from the root. */
const SCOPES = EDITION_SCOPES.slice(1);
const STORIES = EDITION_STORIES.slice(1);
const FILES = EDITION_MANIFEST.slice(1);

type Store = Pick<EditionStore, "file" | "addFiles">;

interface ListsContext extends Pick<DownloadContext, "publication"> {
  readonly store: Store;
}

/** Delays for a host that is being updated, and serves lists of two editions. */
const RETRY_DELAYS_MS = [1000, 4000, 16_000] as const;

/**
 * Fetches the lists. Retries three times where they do not match, as during an update of the host.
 *
 * @throws `DownloadError` where the host does not send them
 */
export async function fetchLists(host: Host, context: ListsContext, signal: AbortSignal): Promise<EditionLists> {
  for (const delayMs of RETRY_DELAYS_MS) {
    try {
      return await fetchOnce(host, context);
    } catch (error) {
      if (!isTransient(error)) throw error;
      await wait(delayMs, signal);
    }
  }
  return fetchOnce(host, context);
}

/** Whether the host has sent something else than the lists. Where it has sent nothing, `Host` has retried already. */
function isTransient(error: unknown): boolean {
  if (!(error instanceof DownloadError)) return false;
  return error.failure.kind === "damaged" || (error.failure.kind === "unavailable" && error.failure.status === OK);
}

async function fetchOnce(host: Host, { store, publication }: ListsContext): Promise<EditionLists> {
  const [scopes, files] = await Promise.all([host.fetch(SCOPES), host.fetch(FILES)]);
  const lists = {
    scopes: parsed(SCOPES, scopes, (bytes) => readScopes(bytes, publication)),
    files: parsed(FILES, files, readFiles),
  };
  await verify(SCOPES, scopes, lists.files);
  return { ...lists, stories: await storiesOf(lists.files, host, store) };
}

/** The list of stories is saved with every edition: an update fetches it only where it has changed. */
async function storiesOf(files: ListedFiles, host: Host, store: Store): Promise<EditionStories> {
  const sha256 = files[STORIES]?.[0];
  const stored = sha256 === undefined ? undefined : await store.file(sha256);
  const answer = stored ? { ...stored, status: OK } : await host.fetch(STORIES);
  const stories = parsed(STORIES, answer, readStories);
  await verify(STORIES, answer, files);
  if (!stored && sha256 !== undefined) {
    // A full disk is reported later, once the size of the download is known.
    await store.addFiles([{ sha256, type: answer.type, bytes: answer.bytes }]).catch(() => {});
  }
  return stories;
}

function parsed<T>(path: string, { status, bytes }: Answer, read: (bytes: ArrayBuffer) => T | undefined): T {
  const list = status === OK ? read(bytes) : undefined;
  if (list === undefined) throw new DownloadError({ kind: "unavailable", path, status });
  return list;
}

async function verify(path: string, { bytes }: Answer, files: ListedFiles): Promise<void> {
  if (files[path]?.[0] !== (await sha256Of(bytes))) throw new DownloadError({ kind: "damaged", path });
}
