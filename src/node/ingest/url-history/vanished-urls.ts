import type { Diagnostic } from "../../../lib/diagnostic.ts";
import type { Ledger } from "../../../model/url-history.ts";
import type { SuccessorOf } from "./successors.ts";

/** Stories and archives of the whole publication lie in years: what is below a month did not move with it. */
const IN_A_YEAR = /^\/\d{4}\//;

interface Remaining {
  /** Whether an address is published, now or on a day to come. */
  readonly isKept: (address: string) => boolean;
  readonly isMoved: (address: string) => boolean;
}

/**
 * Addresses of the ledger that nothing stands behind any more, each with a line for `redirects.yaml`. Where a whole
 * listing is gone, it is told once, with all that lay below it.
 */
export function vanishedFaults(
  ledger: Ledger,
  file: string,
  { isKept, isMoved }: Remaining,
  successorOf: SuccessorOf,
): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const inOrder = [...ledger.keys()].sort();
  for (let at = 0; at < inOrder.length; ) {
    const address = inOrder[at] ?? "/";
    const below = isKept(address) || isMoved(address) || IN_A_YEAR.test(address) ? [] : allBelow(address, inOrder, at);
    const goesWhole = below.length > 0 && !below.some(isKept);
    const gone = (goesWhole ? [address, ...below] : [address]).filter((each) => !isKept(each) && !isMoved(each));
    const [first, ...others] = gone;
    if (first !== undefined) {
      faults.push({
        file,
        line: ledger.get(first),
        field: "address",
        problem: `${first} would disappear${alsoBelow(others.length)}`,
        remedy: `bring it back, or add to redirects.yaml: ${redirectFrom(address, others.length > 0, successorOf(address))}`,
      });
    }
    at += goesWhole ? 1 + below.length : 1;
  }
  return faults;
}

/** What begins with an address stands right behind it in an ordered list. */
function allBelow(address: string, inOrder: readonly string[], at: number): readonly string[] {
  if (!address.endsWith("/")) return [];
  let end = at + 1;
  while (inOrder[end]?.startsWith(address)) end += 1;
  return inOrder.slice(at + 1, end);
}

function alsoBelow(count: number): string {
  if (count === 0) return "";
  return `, and ${count === 1 ? "an address" : `${count} addresses`} below it`;
}

/** An entry as it can be pasted. What took the place of a listing has the same below it; what the listing lay in has not. */
function redirectFrom(address: string, isWhole: boolean, to: string): string {
  if (!isWhole) return `- { from: ${address}, to: ${to} }`;
  const isAlike = !address.startsWith(to);
  return `- { from: ${address}*, to: ${to}${isAlike ? "*" : ""} }`;
}
