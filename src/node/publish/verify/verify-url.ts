import type { EditionManifest, ManifestFile } from "../../../formats/edition-manifest.ts";
import { mapConcurrent } from "../../../lib/map-concurrent.ts";
import type { Progress } from "../../../lib/step.ts";
import { servedPath } from "../../../model/urls.ts";
import { HOST_FILES } from "../hosts/hosts.ts";
import { MANIFEST_FILE, sha256 } from "../write-edition-manifest.ts";
import { type FetchEffects, type Fetched, fetchFile } from "./fetch-file.ts";
import { duration, OverdueError } from "./time-limits.ts";
import {
  DIFFERS,
  INVALID_MANIFEST,
  MAX_MANIFEST_BYTES,
  type Mismatch,
  type ParsedManifest,
  parseManifest,
  sortedByPath,
  type Verification,
  withoutManifest,
} from "./verification.ts";

const CONCURRENCY = 16;
/** Gives up on a host after so many failures in a row. */
const MAX_CONSECUTIVE_FAILURES = 20;
const NOT_FOUND_PAGE = "404.html";
const PRECOMPRESSED = /\.(?:br|gz)$/;

/**
 * Fetches every file of an edition from where it is served, and checks it against a manifest.
 *
 * @param root ends in a slash
 * @param trusted replaces the manifest that is served
 */
export async function verifyUrl(
  root: URL,
  trusted: ParsedManifest | undefined,
  progress: Progress,
  effects: FetchEffects,
): Promise<Verification> {
  const { runMs } = effects.limits;
  const run = new AbortController();
  const overdue = new OverdueError(`was not checked: the verification was stopped after ${duration(runMs)}`);
  const timer = setTimeout(() => run.abort(overdue), runMs);
  try {
    return await verifyServed(root, trusted, progress, effects, run.signal);
  } finally {
    clearTimeout(timer);
  }
}

async function verifyServed(
  root: URL,
  trusted: ParsedManifest | undefined,
  progress: Progress,
  effects: FetchEffects,
  run: AbortSignal,
): Promise<Verification> {
  const fetchedManifest = await fetchFile(
    servedUrl(root, MANIFEST_FILE),
    { maxBytes: MAX_MANIFEST_BYTES, mustBeOk: true },
    effects,
    run,
  );
  const manifestError = checkManifest(fetchedManifest, trusted);
  const manifest = trusted ?? ("bytes" in fetchedManifest ? parseManifest(fetchedManifest.bytes) : undefined);
  if (!manifest) return withoutManifest(MANIFEST_FILE, manifestError ?? INVALID_MANIFEST);

  const { served, notes } = servedFiles(manifest);
  progress.expect(served.length);
  let failures = 0;
  const results = await mapConcurrent(served, CONCURRENCY, async ([path, [hash, bytes]]): Promise<Mismatch | undefined> => {
    if (failures >= MAX_CONSECUTIVE_FAILURES) return { path, message: "was not requested: the host no longer responds" };
    const options = { maxBytes: bytes, mustBeOk: path !== NOT_FOUND_PAGE };
    const fetched = await fetchFile(servedUrl(root, path), options, effects, run);
    failures = "message" in fetched && fetched.isUnreachable && !run.aborted ? failures + 1 : 0;
    progress.advance();
    if ("message" in fetched) return { path, message: fetched.message };
    return fetched.bytes.length === bytes && sha256(fetched.bytes) === hash ? undefined : { path, message: DIFFERS };
  });
  const mismatches = results.filter((mismatch) => mismatch !== undefined);
  if (manifestError !== undefined) mismatches.push({ path: MANIFEST_FILE, message: manifestError });
  return { edition: manifest.edition, files: served.length + 1, mismatches: sortedByPath(mismatches), notes };
}

/** What is wrong with the manifest that is served, if anything. */
function checkManifest(fetched: Fetched, trusted: ParsedManifest | undefined): string | undefined {
  if ("message" in fetched) return fetched.message;
  return trusted === undefined || Buffer.from(trusted.text).equals(fetched.bytes) ? undefined : DIFFERS;
}

/** The files of an edition that can be fetched, and notes on the others. */
interface ServedFiles {
  readonly served: readonly (readonly [path: string, file: ManifestFile])[];
  readonly notes: readonly string[];
}

/** Leaves out host configuration, which is not served, and precompressed files, which are served decompressed. */
export function servedFiles({ files }: EditionManifest): ServedFiles {
  const all = Object.entries(files);
  const isHostFile = (path: string): boolean => HOST_FILES.includes(path);
  const isPrecompressed = (path: string): boolean =>
    PRECOMPRESSED.test(path) && Object.hasOwn(files, path.replace(PRECOMPRESSED, ""));
  const hostFiles = all.filter(([path]) => isHostFile(path)).map(([path]) => path);
  const precompressed = all.filter(([path]) => isPrecompressed(path)).length;
  return {
    served: all.filter(([path]) => !isHostFile(path) && !isPrecompressed(path)),
    notes: [
      ...(hostFiles.length > 0 ? [`Not checked: ${hostFiles.join(", ")}, which hosts read but do not serve.`] : []),
      ...(precompressed > 0 ? [`Not checked: ${precompressed} precompressed files, which are served decompressed.`] : []),
      "Extra files cannot be found from outside: verify the folder for those.",
    ],
  };
}

/** The URL of a file, from the URL of the root, which ends in a slash. */
export function servedUrl(root: URL, path: string): URL {
  const relative = servedPath(path).slice(1);
  return new URL(relative.split("/").map(encodeURIComponent).join("/"), root);
}
