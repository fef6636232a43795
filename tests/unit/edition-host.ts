import { createHash } from "node:crypto";
import { filesOfPart } from "../../src/formats/offline/scope-files.ts";
import type { EditionParts, EditionStories, PartId } from "../../src/formats/offline/scopes.ts";

export const ROOT = new URL("https://paper.example/news/");
/** What is asked for at the beginning of every save. */
export const LISTS = ["offline/parts.json", "edition.json"];
/** A file of the edition, which is asked for first where it is new. */
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

/** The files of an edition by path; what is undefined in `changes` is not in it. */
export function edition(changes: Readonly<Record<string, string | undefined>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries({ ...SMALL, ...changes }).filter((file): file is [string, string] => file[1] !== undefined),
  );
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export const page =
  (text: string, status = 200): Trouble =>
  () =>
    new Response(text, { status, headers: { "Content-Type": "text/html" } });

export const lostLine: Trouble = () => Promise.reject(new TypeError("Failed to fetch"));

/** How long after each time the next is, in whole seconds: what is not waited for takes some time as well. */
export function pausesSeconds(timesMs: readonly number[]): readonly number[] {
  return timesMs.slice(1).map((ms, index) => Math.floor((ms - (timesMs[index] ?? 0)) / 1000));
}

/** What a host does instead of sending a file. */
export type Trouble = () => Response | Promise<Response>;

/** A host that has one edition at a time, and what has been asked of it. */
export class EditionHost {
  /** The paths that were asked for, in order, as they stand in addresses. */
  asked: string[] = [];
  /** When each was, by the clock of the device. */
  readonly askedAtMs: number[] = [];
  /** How it was asked. */
  readonly requests: RequestInit[] = [];
  /** By path: what happens at the next requests, one after the other. */
  readonly troubles = new Map<string, Trouble[]>();
  /** Whether no line leads to it. */
  isOutOfReach = false;
  #files: Readonly<Record<string, string>> = {};

  constructor(files = edition(), date = "2026-11-02") {
    this.deploy(files, date);
  }

  deploy(files: Readonly<Record<string, string>>, date: string, parts?: readonly PartId[]): void {
    const withParts = { ...files, "offline/parts.json": JSON.stringify(partsOf(files, date, parts)) };
    const listed = Object.entries(withParts).map(([path, text]) => [path, [sha256(text), Buffer.byteLength(text)]]);
    this.#files = {
      ...withParts,
      "edition.json": JSON.stringify({ edition: date, files: Object.fromEntries(listed), digest: "" }),
    };
  }

  /** What is at an address right now, whoever asks. */
  text(path: string): string {
    return this.#files[path] ?? "";
  }

  trouble(path: string, ...troubles: Trouble[]): void {
    this.troubles.set(path, troubles);
  }

  /** When a path was asked for. */
  timesOf(path: string): readonly number[] {
    return this.askedAtMs.filter((_, index) => this.asked[index] === path);
  }

  async answer(address: URL, request: RequestInit): Promise<Response> {
    this.requests.push(request);
    this.askedAtMs.push(Date.now());
    const asked = decodeURIComponent(address.href.slice(ROOT.href.length));
    this.asked.push(asked);
    if (this.isOutOfReach) return lostLine();
    const path = asked === "" || asked.endsWith("/") ? `${asked}index.html` : asked;
    const trouble = this.troubles.get(path)?.shift();
    if (trouble) return trouble();
    const text = this.#files[path];
    if (text === undefined) return new Response("<p>Not found", { status: 404, headers: { "Content-Type": "text/html" } });
    return new Response(text, { headers: { "Content-Type": path.endsWith(".html") ? "text/html" : "application/x-test" } });
  }
}

function partsOf(
  files: Readonly<Record<string, string>>,
  date: string,
  ids: readonly PartId[] = ["everything", "section:politics"],
) {
  const sizeOf = (id: PartId, pictures: boolean) =>
    filesOfPart({ part: id, pictures }, Object.keys(files), STORIES).reduce(
      (sum, path) => sum + Buffer.byteLength(files[path] ?? ""),
      0,
    );
  const parts: EditionParts = {
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
  return parts;
}
