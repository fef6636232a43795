import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { type Redirect, redirectsSchema } from "../../../model/redirects.ts";
import { parseUrlHistory, URL_HISTORY, type UrlHistory } from "../../../model/url-history.ts";
import { readSource } from "../../files/source-file.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import { type PublishedUrls, type RedirectEntry, resolveRedirects } from "./resolve-redirects.ts";
import { checkVanishedUrls, successorFinder } from "./vanished-urls.ts";

const REDIRECTS = "redirects.yaml";

/**
 * Checks that every URL in the history is still published, will be, or is redirected.
 *
 * @param folder the content folder; the URL history and the redirects are optional
 * @param published undefined if some content could not be read: then nothing is known to have vanished
 * @returns the redirects of this edition
 */
export async function readUrlHistory(
  folder: string,
  published: Omit<PublishedUrls, "history"> | undefined,
  diagnostics: Diagnostic[],
): Promise<readonly Redirect[]> {
  const entries = await readRedirects(join(folder, REDIRECTS), diagnostics);
  const recorded = await readHistory(join(folder, URL_HISTORY), diagnostics);
  if (!published || !entries) return [];
  const resolved = resolveRedirects(entries, { ...published, history: recorded?.history });
  diagnostics.push(...resolved.diagnostics);
  if (recorded) {
    const { history, file } = recorded;
    const findSuccessor = successorFinder(published.now, (address) => history.has(address));
    const isPublished = (address: string): boolean => published.eventually.has(address);
    diagnostics.push(...checkVanishedUrls(history, file, { isPublished, isMoved: resolved.isMoved }, findSuccessor));
  }
  return resolved.redirects;
}

async function readHistory(
  path: string,
  diagnostics: Diagnostic[],
): Promise<{ readonly history: UrlHistory; readonly file: string } | undefined> {
  if (!existsSync(path)) return undefined;
  const source = await readSource(path);
  if ("message" in source) {
    diagnostics.push(source);
    return undefined;
  }
  const parsed = parseUrlHistory(source);
  diagnostics.push(...parsed.diagnostics);
  return { history: parsed.history, file: source.file };
}

/** Reads `redirects.yaml`: empty if it does not exist, undefined if it is invalid. */
export async function readRedirects(path: string, diagnostics: Diagnostic[]): Promise<readonly RedirectEntry[] | undefined> {
  if (!existsSync(path)) return [];
  const source = await readSource(path);
  if ("message" in source) {
    diagnostics.push(source);
    return undefined;
  }
  if (isBlank(source.text)) return [];
  const parsed = parseYaml({ ...source, linesBefore: 0 }, redirectsSchema);
  if ("diagnostics" in parsed) {
    diagnostics.push(...parsed.diagnostics);
    return undefined;
  }
  return parsed.value.map(({ from, to }, index) => ({
    from,
    to,
    diagnostic: (field, message, fix) => ({
      file: source.file,
      line: parsed.lineOf([index, field]),
      field: `${index}.${field}`,
      message,
      fix,
    }),
  }));
}

/** Whether YAML holds nothing but comments. */
function isBlank(text: string): boolean {
  return text.split("\n").every((line) => /^\s*(?:#|$)/.test(line));
}
