import { parseArgs } from "node:util";
import { UsageError } from "../../../lib/format-error.ts";

const USAGE = `Usage: npm run verify -- FOLDER|ADDRESS [--edition FILE]

Holds a copy of the publication against the manifest of its edition, edition.json, and names every file that is not as
it was built. FOLDER is one such as dist, ADDRESS one such as https://www.example.org/news/.
  --edition FILE   hold it against this manifest instead of the one that the copy itself has`;

/** What is to be verified, and against what. */
export interface VerifyArguments {
  /** A folder, or the address of the root, which ends in a slash. */
  readonly copy: string | URL;
  /** The manifest to trust; undefined for the copy's own. */
  readonly edition: string | undefined;
}

/**
 * Reads the words behind `npm run verify --`.
 *
 * @throws UsageError where they make no sense
 */
export function parseVerifyArguments(args: readonly string[]): VerifyArguments {
  const { values, positionals } = words(args);
  const [copy, ...others] = positionals;
  if (!copy || others.length > 0) throw new UsageError(USAGE);
  if (values.edition === "") throw new UsageError("--edition names no file");
  return { copy: /^https?:/i.test(copy) ? rootAddress(copy) : copy, edition: values.edition };
}

function words(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { edition: { type: "string" } } });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function rootAddress(text: string): URL {
  if (!URL.canParse(text)) throw new UsageError(`${text} is no address`);
  const address = new URL(text);
  if (address.username || address.password)
    throw new UsageError("The address of a publication has no name and no password in it.");
  if (address.search || address.hash)
    throw new UsageError(`${text} is no folder: leave out everything from the \`?\` or \`#\` on`);
  if (!address.pathname.endsWith("/")) address.pathname += "/";
  return address;
}
