import type { OutputDiagnostic } from "./output-fault.ts";

/** Private keys (RFC 7468), and tokens that their issuers have given a shape to be found by. */
const SECRET =
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[0-9A-Za-z]{36}|\bsk_live_[0-9A-Za-z]{16}/;

/** A folder with fewer names than this, such as `/root`, may well be a word of a text. */
const TELLING_NAMES = 2;

/** The folders of this machine that no text may name. */
export function tellingFolders(folders: readonly string[]): readonly string[] {
  const telling = [...new Set(folders)].filter((folder) => folder.split(/[/\\]/).filter(Boolean).length >= TELLING_NAMES);
  // Whoever names a folder names those that it lies in.
  return telling.filter((folder) => !telling.some((other) => folder !== other && folder.startsWith(other)));
}

/** What a text holds that only the publisher may know, if anything. */
export function privateText(text: string, folders: readonly string[]): Pick<OutputDiagnostic, "problem" | "remedy"> | undefined {
  const secret = SECRET.exec(text)?.[0];
  if (secret !== undefined) {
    return { problem: `holds a secret: ${secret.slice(0, 8)}…`, remedy: "take it out, and replace the key: it may be known" };
  }
  const folder = folders.find((each) => names(text, each));
  if (folder !== undefined) return { problem: `names ${folder}, a folder of this machine`, remedy: "leave the folder out" };
  return undefined;
}

/** Whether the folder stands there by itself: `https://example.org/home/anna` does not name the folder `/home/anna`. */
function names(text: string, folder: string): boolean {
  for (let at = text.indexOf(folder); at !== -1; at = text.indexOf(folder, at + 1)) {
    if (!/[\w.-]/.test(text[at - 1] ?? " ")) return true;
  }
  return false;
}
