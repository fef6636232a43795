import * as z from "zod";

/** A file of an edition: its SHA-256 in 64 hexadecimal digits, and its size in bytes. */
const fileSchema = z.tuple([z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256"), z.int().min(0)]);

/** A valid folder or file name. */
const NAME = /^(?!\.{1,2}$)[^/\\\p{Cc}\p{Cs}]+$/u;

/** Whether a path stays below the publication's root, on any operating system. */
function staysBelowRoot(path: string): boolean {
  return path.split("/").every((name) => NAME.test(name));
}

/** The contents of `edition.json`, which lists every file of an edition except itself. */
const editionManifestSchema = z.strictObject({
  /** The edition's name. */
  edition: z.string().min(1),
  /** By path from the root, such as `politics/index.html`. */
  files: z.record(z.string().refine(staysBelowRoot, "is no path below the root"), fileSchema),
  /** The SHA-256 of all lines of the file above this one. */
  digest: z.string(),
});

export type EditionManifest = z.infer<typeof editionManifestSchema>;
export type ManifestFile = z.infer<typeof fileSchema>;

/**
 * Serializes a manifest, one file per line, sorted by path. The form is canonical: equal manifests have equal bytes, so that any
 * other byte shows tampering.
 *
 * @param sha256 hashes a text, in hexadecimal digits
 */
export function writeManifest(
  { edition, files }: Pick<EditionManifest, "edition" | "files">,
  sha256: (text: string) => string,
): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map(([path, file]) => `${JSON.stringify(path)}:${JSON.stringify(file)}`);
  const above = `{"edition":${JSON.stringify(edition)},\n"files":{\n${lines.join(",\n")}\n},\n`;
  return `${above}"digest":${JSON.stringify(sha256(above))}}\n`;
}

/**
 * Parses a manifest, which must be in canonical form to the byte.
 *
 * @returns undefined for anything else
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
