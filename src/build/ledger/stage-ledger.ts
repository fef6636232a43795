import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { publishedAddresses } from "../../model/published-urls.ts";
import type { Site } from "../../model/site.ts";
import type { Publication } from "../content/read-content.ts";
import { displayPath } from "../content/source-file.ts";
import { folderEntries } from "../folder-entries.ts";
import { LEDGER, ledgerText, parseLedger } from "./ledger-text.ts";
import { writtenAddresses } from "./written-addresses.ts";

/** A ledger beside the one that is there, until the edition that it tells of is published. */
export interface StagedLedger {
  /** Addresses that it has and the other has not. */
  readonly added: number;
  /** How it is named to people. */
  readonly file: string;
  swapIn(): void;
  discard(): void;
}

/** What an edition was made from. */
interface EditionSource extends Pick<Publication, "catalog" | "pages" | "markets" | "redirects"> {
  readonly site: Pick<Site, "address" | "partnerFeeds">;
}

/**
 * Adds every address that an edition has written to the ledger. The new ledger lies in the folder of the old one, so that
 * the swap is a rename, which cannot leave half a file.
 *
 * @param siteFolder the edition, whole but not published yet
 * @throws where the site has written what the list of its addresses does not know of: the next build would miss it
 */
export async function stageLedger(
  contentFolder: string,
  siteFolder: string,
  { catalog, pages, markets, redirects, site }: EditionSource,
): Promise<StagedLedger> {
  const written = writtenAddresses((await folderEntries(siteFolder)).files, redirects);
  const { address, partnerFeeds } = site;
  const published = publishedAddresses({ catalog, pages, ...markets, partnerFeeds, hasFeeds: address !== undefined });
  const unknown = written.find((each) => !published.has(each));
  if (unknown !== undefined) throw new Error(`The site has ${unknown}, of which publishedAddresses does not know.`);

  const path = join(contentFolder, LEDGER);
  const former = existsSync(path) ? await readFile(path, "utf8") : undefined;
  const recorded = parseLedger({ file: path, text: former ?? "" }).ledger;
  const added = written.filter((each) => !recorded.has(each)).length;
  const next = join(contentFolder, `.${LEDGER}.next-${process.pid}`);
  writeFileSync(next, ledgerText(new Set([...recorded.keys(), ...written]), former));
  return {
    added,
    file: displayPath(path),
    swapIn: () => renameSync(next, path),
    discard: () => rmSync(next, { force: true }),
  };
}
