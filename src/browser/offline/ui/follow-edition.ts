import type { PageOrigin } from "../../../formats/offline/worker-messages.ts";
import { isDeclined } from "./declined-edition.ts";
import { EditionBar } from "./edition-bar.ts";
import { editions, troubleWithEditions } from "./editions.ts";

/**
 * Goes on with an edition that is on its way to the device, and offers one that is newer than that on it. Where the page
 * itself has the place for that, nothing is offered besides.
 *
 * @param origin where the page came from, as the worker says: it may never answer
 */
export async function followEdition(origin: Promise<PageOrigin>): Promise<void> {
  if (troubleWithEditions() !== undefined) return;
  const keeper = editions();
  await keeper.goOn();
  if (document.querySelector("#take_along") || (await keeper.task())) return;
  const kept = await keeper.kept();
  // Without a connection nothing is known of another edition.
  const newer = kept && (await keeper.newerEdition().catch(() => undefined));
  if (!newer || isDeclined(newer.fingerprint)) return;
  const isPageOfKept = (await Promise.race([origin, undefined]))?.from === "edition";
  new EditionBar(keeper, kept, newer.fingerprint, isPageOfKept).offer();
}
