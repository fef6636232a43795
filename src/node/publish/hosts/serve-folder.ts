import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { type HostRules, headersOf } from "./host-rules.ts";
import { mediaType } from "./media-types.ts";

/** A running server; it stops with the process or by `close`. */
export interface FolderServer {
  /** Ends in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

interface ServedFolder {
  readonly folder: string;
  readonly prefix: string;
  readonly rules: Pick<HostRules, "headers"> | undefined;
}

/**
 * Serves a folder as static hosts do: `index.html` for folders, a redirect to the trailing slash, `404.html` for missing
 * files.
 *
 * @param port 0 for any free port
 * @param prefix the path of the site on the host; starts and ends with a slash
 * @param rules the headers to send; without them, only `Cache-Control`
 */
export async function serveFolder(
  folder: string,
  port: number,
  prefix = "/",
  rules?: Pick<HostRules, "headers">,
): Promise<FolderServer> {
  const server = createServer((request, response) => {
    void answer({ folder, prefix, rules }, request.url ?? "/", response);
  });
  // Otherwise a request may arrive just as the server closes an idle connection.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", resolve);
  });
  const bound = server.address();
  const boundPort = typeof bound === "object" && bound ? bound.port : port;
  return {
    address: `http://localhost:${boundPort}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Path traversal, and paths that a redirect would turn into another host. */
const UNSAFE_PATH = /\/\.\.(?:\/|$)|\/\/|\\|\0/;

/** Files whose names start with a dot, except those in `.well-known`. */
function isHidden(path: string): boolean {
  return path.split("/").some((segment) => segment.startsWith(".") && segment !== ".well-known");
}

async function answer(served: ServedFolder, url: string, response: ServerResponse): Promise<void> {
  const { folder, prefix } = served;
  const path = decodedPath(url);
  if (path?.startsWith(prefix) && !UNSAFE_PATH.test(path) && !isHidden(path)) {
    const below = path.slice(prefix.length - 1);
    const found = await stat(join(folder, below)).catch(() => undefined);
    if (found?.isFile()) return send(served, below, 200, response);
    if (found?.isDirectory()) {
      if (!path.endsWith("/")) {
        const { pathname, search } = new URL(url, "http://localhost");
        response.writeHead(301, { location: `${pathname}/${search}` }).end();
        return;
      }
      const index = `${below}index.html`;
      if (await stat(join(folder, index)).catch(() => undefined)) return send(served, index, 200, response);
    }
  }
  return send(served, "/404.html", 404, response);
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

function send({ folder, rules }: ServedFolder, path: string, status: number, response: ServerResponse): void {
  const stream = createReadStream(join(folder, path));
  stream.once("open", () => {
    const headers = rules ? headersOf(rules, path) : { "Cache-Control": "no-cache" };
    response.writeHead(status, { ...headers, "Content-Type": mediaType(path) });
    stream.pipe(response);
  });
  stream.once("error", () => response.writeHead(404, { "content-type": "text/plain" }).end("Not found"));
}
