import { isUtf8 } from "node:buffer";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Diagnostic, SourceFile } from "../../lib/diagnostic.ts";

/** The files below a folder whose names end so, in order of name; none where the folder does not exist. */
export async function filesBelow(folder: string, endings: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** How a file is named to people: from where they stand. */
export function displayPath(file: string): string {
  return relative(process.cwd(), file).replaceAll("\\", "/");
}

/** Reads a text; one that is not UTF-8 is a fault. A byte order mark is dropped, line ends become LF. */
export async function readSource(path: string): Promise<SourceFile | Diagnostic> {
  const bytes = await readFile(path);
  const file = displayPath(path);
  if (!isUtf8(bytes)) {
    return { file, line: firstBadLine(bytes), field: undefined, problem: "is not UTF-8", remedy: "save the file as UTF-8" };
  }
  const text = bytes.toString("utf8");
  return { file, text: (text.startsWith("\uFEFF") ? text.slice(1) : text).replaceAll("\r\n", "\n") };
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}

/** A Markdown file taken apart: the YAML between its first two lines of `---`, and the text below. */
export interface FrontMatter {
  readonly yaml: string;
  readonly body: string;
  /** Lines of the file before the body begins. */
  readonly linesBeforeBody: number;
}

const FENCE = /^---[ \t]*$/;

/** Takes a Markdown file apart, or undefined where it does not begin with front matter. */
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
