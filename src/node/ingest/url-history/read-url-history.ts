import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../../lib/diagnostic.ts";
import type { Redirect } from "../../../model/redirects.ts";
import { LEDGER, type Ledger, parseLedger } from "../../../model/url-history.ts";
import { readSource } from "../../files/source-file.ts";
import { REDIRECTS, readRedirects } from "./redirects-file.ts";
import { type KnownAddresses, settleRedirects } from "./resolve-redirects.ts";
import { successorsAmong } from "./successors.ts";
import { vanishedFaults } from "./vanished-urls.ts";

/**
 * Sees to it that no address which was ever published leads nowhere: each is published still, or will be, or is moved.
 *
 * @param folder of the content, with the ledger and the list of redirects; either may be missing
 * @param published undefined where files of the content could not be read: then nobody knows what is gone
 */
export async function settleAddresses(
  folder: string,
  published: Omit<KnownAddresses, "ledger"> | undefined,
  faults: Diagnostic[],
): Promise<readonly Redirect[]> {
  const written = await readRedirects(join(folder, REDIRECTS), faults);
  const recorded = await readLedger(join(folder, LEDGER), faults);
  if (!published || !written) return [];
  const { redirects, isMoved, faults: misled } = settleRedirects(written, { ...published, ledger: recorded?.ledger });
  faults.push(...misled);
  if (recorded) {
    const { ledger, file } = recorded;
    const successorOf = successorsAmong(published.now, (address) => ledger.has(address));
    const isKept = (address: string): boolean => published.eventually.has(address);
    faults.push(...vanishedFaults(ledger, file, { isKept, isMoved }, successorOf));
  }
  return redirects;
}

async function readLedger(
  path: string,
  faults: Diagnostic[],
): Promise<{ readonly ledger: Ledger; readonly file: string } | undefined> {
  if (!existsSync(path)) return undefined;
  const source = await readSource(path);
  if ("problem" in source) {
    faults.push(source);
    return undefined;
  }
  const { ledger, faults: unreadable } = parseLedger(source);
  faults.push(...unreadable);
  return { ledger, file: source.file };
}
