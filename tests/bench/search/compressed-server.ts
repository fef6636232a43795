import { readFile, stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

/** A response: its path, the transferred bytes of its body, and when it was sent. */
export interface Delivery {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** A server that compresses files, as a good static host does, and records its responses. */
export interface CompressedServer {
  /** Ends in a slash. */
  readonly address: string;
  readonly deliveries: readonly Delivery[];
  forget(): void;
  close(): void;
}

interface Sent {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** What hosts compress. Files with compressed content, as those of Pagefind, are sent unchanged. */
const TEXTS: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};
/** 0 to 11. Higher ones save hardly any bytes. */
const QUALITY = 9;
/** Allows pages to measure their memory. */
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

const compress = promisify(brotliCompress);

/** @param folders by URL path, longer ones first; each path begins and ends in a slash */
export async function serveCompressed(folders: Readonly<Record<string, string>>): Promise<CompressedServer> {
  const cache = new Map<string, Promise<Sent | undefined>>();
  let deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const prefix = Object.keys(folders).find((each) => path.startsWith(each)) ?? "/";
    const sent = cache.get(path) ?? read(join(folders[prefix] ?? "", decodeURIComponent(path.slice(prefix.length))));
    cache.set(path, sent);
    sent.then(
      (file) => {
        if (file) deliveries.push({ path, bytes: file.body.length, atMs: performance.timeOrigin + performance.now() });
        send(file, response);
      },
      (error: Error) => response.destroy(error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const bound = server.address();
  return {
    address: `http://localhost:${typeof bound === "object" ? bound?.port : ""}/`,
    get deliveries() {
      return deliveries;
    },
    forget: () => {
      deliveries = [];
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function read(file: string): Promise<Sent | undefined> {
  if (!(await stat(file).catch(() => undefined))?.isFile()) return undefined;
  const bytes = await readFile(file);
  const type = TEXTS[extname(file)];
  if (type === undefined) return { body: bytes, headers: { "content-type": "application/octet-stream" } };
  const body = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
  return { body, headers: { "content-type": type, "content-encoding": "br" } };
}

function send(file: Sent | undefined, response: ServerResponse): void {
  if (!file) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    return;
  }
  const length = String(file.body.length);
  response.writeHead(200, { ...ISOLATED, ...file.headers, "content-length": length, "cache-control": "no-cache" });
  response.end(file.body);
}
