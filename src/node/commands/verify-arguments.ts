import { parseArgs } from "node:util";
import { UsageError } from "../../lib/format-error.ts";

const USAGE = `Usage: npm run verify -- FOLDER|URL [--edition FILE]

Checks a copy of the publication against edition.json, the manifest of its edition, and lists every file that differs.
FOLDER is such as dist, URL such as https://www.example.org/news/.
  --edition FILE   check against this manifest (the copy's own)`;

/** What to verify, and against which manifest. */
export interface VerifyArguments {
  /** A folder, or the URL of the root, which ends in a slash. */
  readonly copy: string | URL;
  /** The file of a trusted manifest; undefined for the copy's own. */
  readonly edition: string | undefined;
}

/**
 * Parses the arguments of `npm run verify --`.
 *
 * @throws UsageError
 */
export function parseVerifyArguments(args: readonly string[]): VerifyArguments {
  const { values, positionals } = parse(args);
  const [copy, ...others] = positionals;
  if (!copy || others.length > 0) throw new UsageError(USAGE);
  if (values.edition === "") throw new UsageError("--edition names no file");
  return { copy: /^https?:/i.test(copy) ? parseRootUrl(copy) : copy, edition: values.edition };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { edition: { type: "string" } } });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function parseRootUrl(text: string): URL {
  if (!URL.canParse(text)) throw new UsageError(`${text} is not a URL`);
  const url = new URL(text);
  if (url.username || url.password) throw new UsageError("The URL of a publication must not have a user name or password.");
  if (url.search || url.hash) throw new UsageError(`${text} is not a folder: remove everything from the \`?\` or \`#\` on`);
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}
