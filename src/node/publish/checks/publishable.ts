import { HOST_FILES } from "../hosts/hosts.ts";
import type { Finding } from "./output-diagnostics.ts";

/** The file extensions that browsers and hosts request, and whether the files are text. */
const EXTENSIONS: Readonly<Record<string, "text" | "binary">> = {
  html: "text",
  css: "text",
  js: "text",
  mjs: "text",
  json: "text",
  webmanifest: "text",
  xml: "text",
  xsl: "text",
  txt: "text",
  csv: "text",
  ics: "text",
  svg: "text",
  avif: "binary",
  gif: "binary",
  ico: "binary",
  jpg: "binary",
  png: "binary",
  webp: "binary",
  woff2: "binary",
  pagefind: "binary",
  pf_filter: "binary",
  pf_fragment: "binary",
  pf_index: "binary",
  pf_meta: "binary",
};

/** Names that are allowed whatever their extension, and although some are hidden. */
const KNOWN_NAMES: ReadonlySet<string> = new Set([...HOST_FILES, ".well-known"]);

/** Reports a file that must not be published: hidden, or of an unknown kind. */
export function checkFile(path: string): Finding | undefined {
  const fix = "keep it out of the output";
  const names = path.split("/");
  const hidden = names.find((name) => name.startsWith(".") && !KNOWN_NAMES.has(name));
  if (hidden !== undefined) return { message: `is in the output, but ${hidden} is hidden`, fix };
  const name = names.at(-1) ?? "";
  if (KNOWN_NAMES.has(name) || Object.hasOwn(EXTENSIONS, extensionOf(name))) return undefined;
  return { message: "is not a kind of file that browsers or hosts request", fix };
}

export function isText(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return KNOWN_NAMES.has(name) || EXTENSIONS[extensionOf(name)] === "text";
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot === -1 ? "" : name.slice(dot + 1);
}

/** Private keys (RFC 7468), and API tokens with a known prefix. */
const SECRET =
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[0-9A-Za-z]{36}|\bsk_live_[0-9A-Za-z]{16}/;

/** A path with fewer segments, such as `/root`, may just as well be part of a text. */
const MIN_SEGMENTS = 2;

/** The folders of this machine that no text may mention: those with distinctive paths, without their subfolders. */
export function privateFolders(folders: readonly string[]): readonly string[] {
  const distinctive = [...new Set(folders)].filter((folder) => folder.split(/[/\\]/).filter(Boolean).length >= MIN_SEGMENTS);
  return distinctive.filter((folder) => !distinctive.some((other) => folder !== other && folder.startsWith(other)));
}

/** Reports a secret or a private folder in a text. */
export function checkText(text: string, folders: readonly string[]): Finding | undefined {
  const secret = SECRET.exec(text)?.[0];
  if (secret !== undefined) {
    const message = `contains a secret: ${secret.slice(0, 8)}…`;
    return { message, fix: "remove it, and replace the key: it may be known", isCause: (line) => line.includes(secret) };
  }
  const folder = folders.find((each) => mentions(text, each));
  if (folder === undefined) return undefined;
  const message = `mentions ${folder}, a folder of this machine`;
  return { message, fix: "remove the path", isCause: (line) => mentions(line, folder) };
}

/** Whether a text has a folder as a whole path: `https://example.org/home/anna` does not mention `/home/anna`. */
function mentions(text: string, folder: string): boolean {
  for (let at = text.indexOf(folder); at !== -1; at = text.indexOf(folder, at + 1)) {
    if (!/[\w.-]/.test(text[at - 1] ?? " ")) return true;
  }
  return false;
}
