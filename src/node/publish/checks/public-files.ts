import type { OutputDiagnostic } from "./output-fault.ts";

/** Which kinds of file a reader's browser or a host asks for, by how their names end, and whether they hold text. */
const KINDS: Readonly<Record<string, "text" | "bytes">> = {
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
  avif: "bytes",
  gif: "bytes",
  ico: "bytes",
  jpg: "bytes",
  png: "bytes",
  webp: "bytes",
  woff2: "bytes",
  pagefind: "bytes",
  pf_filter: "bytes",
  pf_fragment: "bytes",
  pf_index: "bytes",
  pf_meta: "bytes",
};

/** Files whose names do not say what they are, and names that begin with a dot and are for hosts all the same. */
const KNOWN_NAMES: ReadonlySet<string> = new Set(["_headers", "_redirects", "CNAME", ".htaccess", ".nojekyll", ".well-known"]);

/** Why a file must not be published, if so. */
export function publicFileFault(path: string): Pick<OutputDiagnostic, "problem" | "remedy"> | undefined {
  const names = path.split("/");
  const hidden = names.find((name) => name.startsWith(".") && !KNOWN_NAMES.has(name));
  if (hidden !== undefined)
    return { problem: `lies in the output, and ${hidden} is hidden`, remedy: "keep it out of the output" };
  const name = names.at(-1) ?? "";
  if (KNOWN_NAMES.has(name) || Object.hasOwn(KINDS, endingOf(name))) return undefined;
  return { problem: "is of no kind that readers or hosts ask for", remedy: "keep it out of the output" };
}

export function isText(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return KNOWN_NAMES.has(name) || KINDS[endingOf(name)] === "text";
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot === -1 ? "" : name.slice(dot + 1);
}
