import { createHash } from "node:crypto";
import { filesOfScope } from "../../src/formats/offline/scope-files.ts";
import type { EditionScopes, EditionStories, ScopeId } from "../../src/formats/offline/scopes.ts";

/** The publication's mark, as in its list of scopes. */
export const PUBLICATION = "#0123456789";
export const ROOT = new URL("https://paper.example/news/");
/** Fetched at the start of every download. */
export const LISTS = ["offline/parts.json", "edition.json"];
/** Fetched before other files, unless it is stored already. */
export const STORY_LIST = "offline/stories.json";

const STORIES: EditionStories = {
  "2025/12/30/oil/": ["markets"],
  "2026/11/01/talks/": ["politics"],
  "2026/11/02/strait/": ["politics", "pictures/strait-1111111111-800.avif"],
};

const SMALL: Readonly<Record<string, string>> = {
  "2025/12/30/oil/index.html": "<p>Oil in December",
  "2025/12/index.html": "December",
  "2026/11/01/talks/index.html": "<p>Talks open",
  "2026/11/02/strait/index.html": "<p>The strait is open",
  "2026/11/index.html": "November",
  "404.html": "No such page",
  "assets/site-1.css": "p{}",
  "index.html": "Front",
  "offline/index.html": "Offline",
  [STORY_LIST]: JSON.stringify(STORIES),
  "pagefind/2025/all.pf_index": "2025",
  "pagefind/2025/wasm.pagefind": "engine",
  "pagefind/2026/all.pf_index": "2026",
  "pagefind/2026/wasm.pagefind": "engine",
  "pagefind/manifest.json": "{}",
  "pictures/strait-1111111111-800.avif": "A picture of the strait",
  "politics/feed.xml": "<feed/>",
  "politics/index.html": "Politics",
};

/** The files of an edition by path, without those that are undefined in `changes`. */
export function edition(changes: Readonly<Record<string, string | undefined>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries({ ...SMALL, ...changes }).filter((file): file is [string, string] => file[1] !== undefined),
  );
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export const page =
  (text: string, status = 200): Failure =>
  () =>
    new Response(text, { status, headers: { "Content-Type": "text/html" } });

export const networkError: Failure = () => Promise.reject(new TypeError("Failed to fetch"));

/** The intervals between times, in whole seconds. */
export function intervalsSeconds(timesMs: readonly number[]): readonly number[] {
  return timesMs.slice(1).map((ms, index) => Math.floor((ms - (timesMs[index] ?? 0)) / 1000));
}

/** A response in place of the file, or a network error. */
export type Failure = () => Response | Promise<Response>;

/** A host with one edition, which records requests and can fail. */
export class EditionHost {
  /** The requested paths, in order, as in URLs. */
  requested: string[] = [];
  /** The time of each request. */
  readonly requestedAtMs: number[] = [];
  readonly requests: RequestInit[] = [];
  /** By path: the failures of the next requests, in order. */
  readonly failures = new Map<string, Failure[]>();
  isUnreachable = false;
  #files: Readonly<Record<string, string>> = {};

  constructor(files = edition(), date = "2026-11-02") {
    this.deploy(files, date);
  }

  deploy(files: Readonly<Record<string, string>>, date: string, scopes?: readonly ScopeId[]): void {
    const withScopes = { ...files, "offline/parts.json": JSON.stringify(scopesOf(files, date, scopes)) };
    const listed = Object.entries(withScopes).map(([path, text]) => [path, [sha256(text), Buffer.byteLength(text)]]);
    this.#files = {
      ...withScopes,
      "edition.json": JSON.stringify({ edition: date, files: Object.fromEntries(listed), digest: "" }),
    };
  }

  /** The current content of a file. */
  text(path: string): string {
    return this.#files[path] ?? "";
  }

  fail(path: string, ...failures: Failure[]): void {
    this.failures.set(path, failures);
  }

  /** The times of requests for a path. */
  timesOf(path: string): readonly number[] {
    return this.requestedAtMs.filter((_, index) => this.requested[index] === path);
  }

  async answer(address: URL, request: RequestInit): Promise<Response> {
    this.requests.push(request);
    this.requestedAtMs.push(Date.now());
    const requested = decodeURIComponent(address.href.slice(ROOT.href.length));
    this.requested.push(requested);
    if (this.isUnreachable) return networkError();
    const path = requested === "" || requested.endsWith("/") ? `${requested}index.html` : requested;
    const failure = this.failures.get(path)?.shift();
    if (failure) return failure();
    const text = this.#files[path];
    if (text === undefined) return new Response("<p>Not found", { status: 404, headers: { "Content-Type": "text/html" } });
    return new Response(text, { headers: { "Content-Type": path.endsWith(".html") ? "text/html" : "application/x-test" } });
  }
}

function scopesOf(
  files: Readonly<Record<string, string>>,
  date: string,
  ids: readonly ScopeId[] = ["everything", "section:politics"],
) {
  const sizeOf = (id: ScopeId, pictures: boolean) =>
    filesOfScope({ part: id, pictures }, Object.keys(files), STORIES).reduce(
      (sum, path) => sum + Buffer.byteLength(files[path] ?? ""),
      0,
    );
  const scopes: EditionScopes = {
    publication: PUBLICATION,
    fingerprint: sha256(JSON.stringify(files)).slice(0, 10),
    date,
    parts: ids.map((id) => ({
      id,
      name: id === "everything" ? "Everything" : "Politics",
      stories: id === "everything" ? 3 : 2,
      bytes: sizeOf(id, false),
      pictureBytes: sizeOf(id, true) - sizeOf(id, false),
    })),
  };
  return scopes;
}
