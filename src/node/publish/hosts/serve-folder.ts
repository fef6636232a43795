import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { type HostRules, headersOf } from "./host-rules.ts";
import { mediaType } from "./media-types.ts";

/** A server for one folder, as long as the process runs or until `close`. */
export interface FolderServer {
  /** Ends in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** How a folder is served. */
interface Serving {
  readonly folder: string;
  readonly prefix: string;
  readonly rules: Pick<HostRules, "headers"> | undefined;
}

/**
 * Serves a folder as static hosts do: `index.html` for folders, a redirect to the address with a slash, `404.html` for
 * what is not there.
 *
 * @param port 0 for any that is free
 * @param prefix where the site lies on the host, beginning and ending in a slash
 * @param rules the headers of a publication's host; a bare folder has none
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
  // Else a request may arrive at the very moment at which the server hangs up an idle connection.
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

/** Names in a path that lead out of the folder, or to another host once they are redirected to. */
const LEADS_AWAY = /\/\.\.(?:\/|$)|\/\/|\\|\0/;

async function answer(serving: Serving, url: string, response: ServerResponse): Promise<void> {
  const { folder, prefix } = serving;
  const path = decodedPath(url);
  if (path?.startsWith(prefix) && !LEADS_AWAY.test(path)) {
    const below = path.slice(prefix.length - 1);
    const found = await stat(join(folder, below)).catch(() => undefined);
    if (found?.isFile()) return send(serving, below, 200, response);
    if (found?.isDirectory()) {
      if (!path.endsWith("/")) {
        response.writeHead(301, { location: `${path}/` }).end();
        return;
      }
      const index = `${below}index.html`;
      if (await stat(join(folder, index)).catch(() => undefined)) return send(serving, index, 200, response);
    }
  }
  return send(serving, "/404.html", 404, response);
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

function send({ folder, rules }: Serving, path: string, status: number, response: ServerResponse): void {
  const stream = createReadStream(join(folder, path));
  stream.once("open", () => {
    const headers = rules ? headersOf(rules, path) : { "Cache-Control": "no-cache" };
    response.writeHead(status, { ...headers, "Content-Type": mediaType(path) });
    stream.pipe(response);
  });
  stream.once("error", () => response.writeHead(404, { "content-type": "text/plain" }).end("Not found"));
}
