/** How far into a file it is searched for the mark: edge servers may insert something before it. */
export const HEAD_BYTES = 1024;

/** The mark in files other than pages, where it is a comment, a first line or the first key. No page contains it. */
export function fileMark(mark: string): `#${string}` {
  return `#${mark}`;
}

/** The lines of a text with one value a line, without that of the mark. */
export function unmarkedLines(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

/** What is where in the first bytes of a file, in formats with a signature. */
const SIGNATURES: Readonly<Record<string, readonly [at: number, bytes: string]>> = {
  avif: [4, "ftypavi"],
  jpg: [0, "\xff\xd8\xff"],
  png: [0, "\x89PNG\r\n"],
  svg: [0, "<svg "],
  webp: [8, "WEBP"],
  woff2: [0, "wOF2"],
};

/** Pagefind's files are compressed, or begin with its own signature where the host has decompressed them. */
const PAGEFIND_FILE = /^pagefind$|^pf_/;
const PAGEFIND_SIGNATURES = ["\x1f\x8b", "pagefind_dcd"];

/**
 * Whether a file is what the publication has at its path, and not what someone else answers there: a maintenance page, the login
 * of a network, another publication. Text has the mark, binary files have the signature of their format.
 *
 * @param path from the publication's root, without a query
 * @param start the first `HEAD_BYTES` of the file
 * @param mark the publication's mark
 */
export function isOwnFile(path: string, start: Uint8Array, mark: string): boolean {
  const head = String.fromCharCode(...start);
  const extension = /\.([^./]+)$/.exec(path)?.[1] ?? "html";
  if (extension === "html") return new RegExp(`<html\\s[^>]*data-site=["']?${mark}\\b`, "i").test(head);
  if (PAGEFIND_FILE.test(extension)) return PAGEFIND_SIGNATURES.some((bytes) => head.startsWith(bytes));
  const signature = SIGNATURES[extension];
  return signature ? head.startsWith(signature[1], signature[0]) : head.includes(fileMark(mark));
}
