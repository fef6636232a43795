import { inParallel } from "../../../lib/pool.ts";
import { MANIFEST_FILE, sha256 } from "../write-edition-manifest.ts";
import type { Advance } from "./advance.ts";
import { type FetchEffects, type Fetched, fetchFile } from "./fetch-file.ts";
import { DIFFERS, type Finding, inOrderOfPath, UNREADABLE_MANIFEST, type Verification, withoutManifest } from "./finding.ts";
import { type KnownManifest, MOST_MANIFEST_BYTES, parseManifest } from "./known-manifest.ts";
import { servedAddress, servedFiles } from "./served-files.ts";

const REQUESTS_AT_ONCE = 16;
/** A host that has failed so many times in a row is asked no more. */
const MOST_FAILURES_IN_A_ROW = 20;
const NOT_FOUND_PAGE = "404.html";

/**
 * Fetches every file of an edition from where it is served, and holds it against a manifest.
 *
 * @param root ends in a slash
 * @param trusted instead of the manifest that is served
 */
export async function verifyAddress(
  root: URL,
  trusted: KnownManifest | undefined,
  advance: Advance,
  effects: FetchEffects,
): Promise<Verification> {
  const served = await fetchFile(servedAddress(root, MANIFEST_FILE), { mostBytes: MOST_MANIFEST_BYTES, isFound: true }, effects);
  const own = ownFinding(served, trusted);
  const manifest = trusted ?? ("bytes" in served ? parseManifest(served.bytes) : undefined);
  if (!manifest) return withoutManifest(MANIFEST_FILE, own ?? UNREADABLE_MANIFEST);

  const { served: files, remarks } = servedFiles(manifest);
  advance.expect(files.length);
  let failuresInARow = 0;
  const problems = await inParallel(files, REQUESTS_AT_ONCE, async ([path, [hash, bytes]]): Promise<Finding | undefined> => {
    if (failuresInARow >= MOST_FAILURES_IN_A_ROW) return { path, problem: "was not asked for: the host no longer answers" };
    const asked = { mostBytes: bytes, isFound: path !== NOT_FOUND_PAGE };
    const fetched = await fetchFile(servedAddress(root, path), asked, effects);
    failuresInARow = "problem" in fetched && fetched.isUnreachable ? failuresInARow + 1 : 0;
    advance.advance();
    if ("problem" in fetched) return { path, problem: fetched.problem };
    return fetched.bytes.length === bytes && sha256(fetched.bytes) === hash ? undefined : { path, problem: DIFFERS };
  });
  const findings = problems.filter((finding) => finding !== undefined);
  if (own !== undefined) findings.push({ path: MANIFEST_FILE, problem: own });
  return { edition: manifest.edition, files: files.length + 1, findings: inOrderOfPath(findings), remarks };
}

/** What is wrong with the manifest that is served. */
function ownFinding(served: Fetched, trusted: KnownManifest | undefined): string | undefined {
  if ("problem" in served) return served.problem;
  return trusted === undefined || Buffer.from(trusted.text).equals(served.bytes) ? undefined : DIFFERS;
}
