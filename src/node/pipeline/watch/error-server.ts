import { createServer } from "node:http";
import { errorOverlay } from "./error-overlay.ts";

/** Serves the errors of a site that has no pages yet. */
export interface ErrorServer {
  readonly port: number;
  /** Replaces what is shown. Open pages reload. */
  show(message: string): void;
  close(): Promise<void>;
}

/** Ports that are tried if the first is in use. */
const MAX_PORTS = 10;
const POLL_MS = 500;

/**
 * Starts a server that answers every address with what is shown. Its pages look for something else until there is: at last for
 * the site itself, which another server has at the same address.
 *
 * @param port the first to try
 * @throws where all ports are in use
 */
export async function serveErrors(port: number, message: string): Promise<ErrorServer> {
  let page = errorPage(message, 0);
  let version = 0;
  const server = createServer((_request, response) => {
    response.writeHead(503, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" }).end(page);
  });
  server.keepAliveTimeout = 0;
  const bound = await listen(server, port, MAX_PORTS);
  return {
    port: bound,
    show: (next) => {
      version += 1;
      page = errorPage(next, version);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: ReturnType<typeof createServer>, port: number, tries: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE" && tries > 1) resolve(listen(server, port + 1, tries - 1));
      else reject(error);
    };
    server.once("error", onError);
    server.listen(port, "localhost", () => {
      server.off("error", onError);
      resolve(port);
    });
  });
}

function errorPage(message: string, version: number): string {
  const mark = `<!-- errors ${version} -->`;
  const poll = `setInterval(async () => {
  const text = await fetch(location.href).then((response) => response.text()).catch(() => undefined);
  if (text !== undefined && !text.includes(${JSON.stringify(mark.slice(0, -4))})) location.reload();
}, ${POLL_MS});`;
  return `<!DOCTYPE html>
${mark}
<html lang="en">
<head><meta charset="utf-8"><title>Errors in the content</title><script>${poll}</script></head>
<body>${errorOverlay(message)}</body>
</html>
`;
}
