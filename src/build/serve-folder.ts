import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".avif": "image/avif",
  ".webp": "image/webp",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/** A server for one folder, as long as the process runs or until `close`. */
export interface FolderServer {
  /** Ends in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a folder as static hosts do: `index.html` for folders, a redirect to the address with a slash, `404.html` for
 * what is not there.
 *
 * @param port 0 for any that is free
 * @param prefix where the site lies on the host, beginning and ending in a slash
 */
export async function serveFolder(folder: string, port: number, prefix = "/"): Promise<FolderServer> {
  const server = createServer((request, response) => {
    void answer(folder, prefix, request.url ?? "/", response);
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

async function answer(folder: string, prefix: string, url: string, response: ServerResponse): Promise<void> {
  const path = decodedPath(url);
  if (path?.startsWith(prefix) && !path.includes("/../")) {
    const file = join(folder, path.slice(prefix.length - 1));
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile()) return send(file, 200, response);
    if (found?.isDirectory()) {
      if (!path.endsWith("/")) {
        response.writeHead(301, { location: `${path}/` }).end();
        return;
      }
      const index = join(file, "index.html");
      if (await stat(index).catch(() => undefined)) return send(index, 200, response);
    }
  }
  return send(join(folder, "404.html"), 404, response);
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

function send(file: string, status: number, response: ServerResponse): void {
  const stream = createReadStream(file);
  stream.once("open", () => {
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(status, { "content-type": type, "cache-control": "no-cache" });
    stream.pipe(response);
  });
  stream.once("error", () => response.writeHead(404, { "content-type": "text/plain" }).end("Not found"));
}
