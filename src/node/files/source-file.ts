import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Diagnostic, SourceFile } from "../../lib/diagnostic.ts";
import { folderEntries } from "./folder-entries.ts";

/**
 * The files below a folder with one of `extensions`, sorted by path; none if the folder does not exist. Hidden files and folders
 * are left out, and links are not followed.
 */
export async function filesBelow(folder: string, extensions: readonly string[]): Promise<readonly string[]> {
  const { files } = await folderEntries(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return { files: [] };
    throw error;
  });
  return files
    .filter((file) => !isHidden(file) && extensions.some((extension) => file.endsWith(extension)))
    .map((file) => join(folder, file));
}

/** Whether a file, or a folder above it, is hidden: programs leave such files behind, and editors put aside what nobody should read. */
export function isHidden(path: string): boolean {
  return /(?:^|\/)\./.test(path);
}

/** The path shown to people: relative to the working directory, with forward slashes. */
export function displayPath(file: string): string {
  return relative(process.cwd(), file).replaceAll("\\", "/");
}

/** Reads a UTF-8 file, without its byte order mark and with LF line ends; a diagnostic if it is not UTF-8. */
export async function readSource(path: string): Promise<SourceFile | Diagnostic> {
  const bytes = await readFile(path);
  const file = displayPath(path);
  if (!isUtf8(bytes)) {
    return { file, line: firstInvalidLine(bytes), field: undefined, message: "is not UTF-8", fix: "save the file as UTF-8" };
  }
  const text = bytes.toString("utf8");
  return { file, text: (text.startsWith("\uFEFF") ? text.slice(1) : text).replaceAll("\r\n", "\n") };
}

function firstInvalidLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}

/** A Markdown file split into the YAML between its first two `---` lines and the text below them. */
export interface FrontMatter {
  readonly yaml: string;
  readonly body: string;
  /** The number of lines above the body. */
  readonly linesBeforeBody: number;
}

const FENCE = /^---[ \t]*$/;

/** Splits a Markdown file; undefined if it does not start with front matter. */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const lines = text.split("\n");
  if (!FENCE.test(lines[0] ?? "")) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end === -1) return undefined;
  return {
    yaml: lines.slice(1, end).join("\n"),
    body: lines.slice(end + 1).join("\n"),
    linesBeforeBody: end + 1,
  };
}
