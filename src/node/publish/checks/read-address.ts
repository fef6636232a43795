import type { SitePath } from "../../../model/urls.ts";
import type { OutputDiagnostic } from "./output-fault.ts";
import type { WrittenAddress } from "./written-address.ts";

/** What an address in a page comes to. */
export type ReadAddress =
  | { readonly kind: "within"; readonly path: SitePath; readonly fragment: string }
  | { readonly kind: "elsewhere" }
  | ({ readonly kind: "faulty" } & Pick<OutputDiagnostic, "problem" | "remedy">);

/** The page that carries an address, and the site's own one. */
interface Reader {
  readonly page: SitePath;
  /** Ends in a slash. */
  readonly own: string | undefined;
  /** Whether the page is served at any depth, where relative addresses lead astray. */
  readonly isAnywhere: boolean;
}

const ELSEWHERE: ReadAddress = { kind: "elsewhere" };

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** What readers may be led to; the rest runs code, or names a file of one machine. */
const SCHEMES: ReadonlySet<string> = new Set(["https", "http", "mailto", "tel"]);
/** Machines that no reader reaches: this one, and those of a private network (RFC 1918, 6761, 6762). */
const UNREACHABLE =
  /^https?:\/\/(?:[^/?#]*@)?(?:(?:[^/?#:@]*\.)?(?:localhost|local|internal)|127\.[\d.]+|0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\])(?:[:/?#]|$)/i;

/** Holds an address against what it is for, and follows it from its page where it stays within the site. */
export function readAddress({ written, use }: WrittenAddress, reader: Reader): ReadAddress {
  const { page, own, isAnywhere } = reader;
  if (written === "" && use !== "leads") return faulty("is empty", "name a file, or leave the attribute out");
  if (own !== undefined && isOwn(written, own)) {
    const address = withinSite("/", written.slice(own.length));
    const belongs = use === "names" || (isAnywhere && use === "leads");
    if (belongs || address.kind !== "within") return address;
    if (isAnywhere) return faulty("fetches a file", "let 404.html carry whatever it needs");
    return faulty(
      "names the site’s own address, so that it leads away from every copy",
      `write ${address.path}, in templates through href()`,
    );
  }
  const scheme = SCHEME.exec(written)?.[1]?.toLowerCase();
  if (scheme !== undefined) return ofScheme(scheme, written, use);
  if (written.startsWith("//")) return faulty("has a host and no scheme", "begin it with https:");
  if (written.startsWith("/"))
    return faulty("begins at the root of its host, where the site may not lie", "write it through href()");
  if (use === "names") return faulty("is relative, where other machines read it", "write it through hrefAbsolute()");
  if (isAnywhere && !written.startsWith("#"))
    return faulty("is relative, and 404.html is served at any depth", "write it through hrefAbsolute()");
  return withinSite(page, written);
}

function isOwn(written: string, own: string): boolean {
  return written.startsWith(own) || (written.length === own.length - 1 && own.startsWith(written));
}

function ofScheme(scheme: string, written: string, use: WrittenAddress["use"]): ReadAddress {
  if (scheme === "data" && use === "loads") return ELSEWHERE;
  if (!SCHEMES.has(scheme)) {
    return faulty(`has the scheme ${scheme}:, which readers cannot or must not follow`, "write an address of the web");
  }
  if (UNREACHABLE.test(written)) return faulty("names a machine that readers cannot reach", "write a public address");
  return ELSEWHERE;
}

/** Where an address leads that is relative to a page, or to a folder that ends in a slash. */
function withinSite(from: SitePath, written: string): ReadAddress {
  const hash = written.indexOf("#");
  const fragment = hash === -1 ? "" : decoded(written.slice(hash + 1));
  const beforeHash = hash === -1 ? written : written.slice(0, hash);
  const query = beforeHash.indexOf("?");
  const relative = query === -1 ? beforeHash : beforeHash.slice(0, query);
  const path = relative === "" ? from : follow(from.slice(0, from.lastIndexOf("/") + 1), relative);
  if (!isPath(path)) return faulty("climbs above the root of the site", "write it through href()");
  return { kind: "within", path, fragment };
}

function isPath(path: string | undefined): path is SitePath {
  return path?.startsWith("/") ?? false;
}

/** Undefined where the way leads out of the site: a browser would stop at the root of the host, which may be another site. */
function follow(folder: string, relative: string): string | undefined {
  // Most links climb to the root first.
  let climbed = 0;
  let end = folder.length;
  for (; relative.startsWith("../", climbed); climbed += 3) {
    if (end === 1) return undefined;
    end = folder.lastIndexOf("/", end - 2) + 1;
  }
  const [base, rest] = [folder.slice(0, end), relative.slice(climbed)];
  if (!rest.includes("./") && !rest.endsWith(".")) return decoded(base + rest);
  const steps = rest.split("/");
  const way = base.split("/").slice(1, -1);
  for (const [at, step] of steps.entries()) {
    const isLast = at === steps.length - 1;
    if (step === ".." && way.pop() === undefined) return undefined;
    if (step !== ".." && step !== "." && !isLast) way.push(step);
  }
  const last = steps.at(-1) ?? "";
  const name = last === "." || last === ".." ? "" : last;
  return decoded(`/${way.map((step) => `${step}/`).join("")}${name}`);
}

/** A browser takes what is no valid escape as it stands (URL, percent-decoding). */
function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function faulty(problem: string, remedy: string): ReadAddress {
  return { kind: "faulty", problem, remedy };
}
