import type { Diagnostic, SourceFile } from "../lib/diagnostic.ts";
import { isSitePath } from "./redirects.ts";

/** What the ledger is called in the folder of the content. */
export const LEDGER = "addresses.txt";

/** Every address that was ever published, with the line that it stands on. */
export type Ledger = ReadonlyMap<string, number>;

const HEADER = `# Every address that was ever published. \`npm run build -- --record\` adds to it.
# A build fails where one of them would disappear: move it in redirects.yaml, or give it up for good by removing its line.
`;

/** Reads a ledger: comments first, then an address a line. Lines that are none of this come back as faults. */
export function parseLedger({ file, text }: SourceFile): { readonly ledger: Ledger; readonly faults: readonly Diagnostic[] } {
  const ledger = new Map<string, number>();
  const faults: Diagnostic[] = [];
  const lines = text.split("\n");
  for (let index = linesIn(commentsOf(text)); index < lines.length; index += 1) {
    const address = lines[index]?.trim() ?? "";
    if (isSitePath(address)) ledger.set(address, index + 1);
    else if (address !== "") {
      faults.push({
        file,
        line: index + 1,
        field: "address",
        problem: `\`${address}\` is not an address`,
        remedy: "write an address a line, such as /2026/01/07/paris-talks-channel/, below all comments",
      });
    }
  }
  return { ledger, faults };
}

/** The text of a ledger with `addresses`, in order. Its comments stay as they were. */
export function ledgerText(addresses: Iterable<string>, former: string | undefined): string {
  const comments = former === undefined ? HEADER : commentsOf(former);
  return `${comments}${[...addresses]
    .sort()
    .map((address) => `${address}\n`)
    .join("")}`;
}

/** The lines before the first address. */
function commentsOf(text: string): string {
  return /^(?:#.*\n|[ \t]*\n)*/.exec(text)?.[0] ?? "";
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}
