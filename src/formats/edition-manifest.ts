import * as z from "zod";

/** A file of an edition: the SHA-256 of its bytes in 64 hexadecimal digits, and how many bytes there are. */
const fileSchema = z.tuple([z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256"), z.int().min(0)]);

/** The name of a folder or file as a manifest may have it. */
const NAME = /^(?!\.{1,2}$)[^/\\\p{Cc}\p{Cs}]+$/u;

/** Whether a path leads from the root of the publication to a file below it, on any machine. */
function staysBelowRoot(path: string): boolean {
  return path.split("/").every((name) => NAME.test(name));
}

/** What `edition.json` holds: every file of an edition but itself. */
const editionManifestSchema = z.strictObject({
  /** The edition's name. */
  edition: z.string().min(1),
  /** By path from the root, such as `politics/index.html`. */
  files: z.record(z.string().refine(staysBelowRoot, "is no path below the root"), fileSchema),
  /** The SHA-256 of all lines of the file above its own. */
  digest: z.string(),
});

export type EditionManifest = z.infer<typeof editionManifestSchema>;
export type ManifestFile = z.infer<typeof fileSchema>;

/**
 * Writes a manifest, a file a line in order of path. There is one way to write each, so that whatever else is in the
 * file has been put there by somebody else.
 *
 * @param sha256 gives the hash of a text in hexadecimal digits
 */
export function writeManifest(
  { edition, files }: Pick<EditionManifest, "edition" | "files">,
  sha256: (text: string) => string,
): string {
  const inOrder = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = inOrder.map(([path, file]) => `${JSON.stringify(path)}:${JSON.stringify(file)}`);
  const above = `{"edition":${JSON.stringify(edition)},\n"files":{\n${lines.join(",\n")}\n},\n`;
  return `${above}"digest":${JSON.stringify(sha256(above))}}\n`;
}

/**
 * Reads a manifest. One that is not, to the byte, as `writeManifest` has it has been changed since.
 *
 * @returns undefined for a text that is no manifest, or a changed one
 */
export function readManifest(text: string, sha256: (text: string) => string): EditionManifest | undefined {
  const parsed = editionManifestSchema.safeParse(parseJson(text));
  return parsed.success && writeManifest(parsed.data, sha256) === text ? parsed.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
