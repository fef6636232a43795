import type { Diagnostic, SourceFile } from "../lib/diagnostic.ts";
import { isSitePath } from "./redirects.ts";

/** The name of the URL history in the content folder. */
export const URL_HISTORY = "addresses.txt";

/** Every URL that was ever published, with the line that lists it. */
export type UrlHistory = ReadonlyMap<string, number>;

const HEADER = `# Every address that was ever published. \`npm run build -- --record\` adds to it.
# A build fails where one of them would disappear: move it in redirects.yaml, or give it up for good by removing its line.
`;

/** Parses a URL history: comments at the top, then one address a line. */
export function parseUrlHistory({ file, text }: SourceFile): {
  readonly history: UrlHistory;
  readonly diagnostics: readonly Diagnostic[];
} {
  const history = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  const lines = text.split("\n");
  for (let index = countLines(leadingComments(text)); index < lines.length; index += 1) {
    const address = lines[index]?.trim() ?? "";
    if (isSitePath(address)) history.set(address, index + 1);
    else if (address !== "") {
      diagnostics.push({
        file,
        line: index + 1,
        field: "address",
        message: `\`${address}\` is not an address`,
        fix: "write one address a line, such as /2026/01/07/paris-talks-channel/, below all comments",
      });
    }
  }
  return { history, diagnostics };
}

/**
 * The text of a URL history, sorted by address.
 *
 * @param previous the text that it replaces, whose comments are copied; undefined for a new file
 */
export function formatUrlHistory(addresses: Iterable<string>, previous: string | undefined): string {
  const comments = previous === undefined ? HEADER : leadingComments(previous);
  return `${comments}${[...addresses]
    .sort()
    .map((address) => `${address}\n`)
    .join("")}`;
}

/** The lines above the first address. */
function leadingComments(text: string): string {
  return /^(?:#.*\n|[ \t]*\n)*/.exec(text)?.[0] ?? "";
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}
