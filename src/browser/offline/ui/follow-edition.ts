import type { PageOrigin } from "../../../formats/offline/worker-messages.ts";
import { EditionBar, isDeclined } from "./edition-bar.ts";
import { pageDownload, unsupportedReason } from "./page-download.ts";

/**
 * Continues an unfinished download, or offers an update where the host has a newer edition than the device. The page with the
 * download panel offers it there.
 *
 * @param origin where the page came from; may never resolve
 */
export async function followEdition(origin: Promise<PageOrigin>): Promise<void> {
  if (unsupportedReason() !== undefined) return;
  const download = pageDownload();
  await download.continue();
  if (document.querySelector("#take_along") || (await download.task())) return;
  const stored = await download.storedEdition();
  // Without a connection no newer edition is known.
  const newer = stored && (await download.newerEdition().catch(() => undefined));
  if (!newer || isDeclined(newer.fingerprint)) return;
  const isPageOfStored = (await Promise.race([origin, undefined]))?.from === "edition";
  new EditionBar(download, stored, newer.fingerprint, isPageOfStored).show();
}
