import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** What happens to a request in place of a normal answer. */
interface Failure {
  readonly delayMs?: number;
  /** Closes the connection without an answer. */
  readonly disconnect?: boolean;
  /** Replaces the answer of the server. */
  readonly answer?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array;
  };
}

/** A proxy between a browser and some servers, which all share its origin. */
export interface Network {
  readonly origin: string;
  /** Requested paths, in order. */
  readonly requested: string[];
  /** The bytes of all files that have been sent so far. */
  sentBytes(): number;
  /** Sets what happens to requests from now on, by path. */
  simulate(failureOf: (path: string) => Failure | undefined): void;
  /** Replaces the servers. */
  routeTo(servers: readonly Server[]): void;
  close(): Promise<void>;
}

interface Server {
  readonly address: string;
}

/** Starts a proxy. A request goes to the server with the longest prefix of its path. */
export async function openNetwork(servers: readonly Server[]): Promise<Network> {
  const requested: string[] = [];
  let failureOf = (_path: string): Failure | undefined => undefined;
  let byLength: readonly URL[] = [];
  const routeTo = (next: readonly Server[]): void => {
    byLength = next.map(({ address }) => new URL(address)).sort((a, b) => b.pathname.length - a.pathname.length);
  };
  routeTo(servers);
  let sentBytes = 0;

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    requested.push(path);
    const { delayMs = 0, disconnect, answer } = failureOf(path) ?? {};
    await pause(delayMs);
    if (disconnect) return void request.destroy();
    if (answer) return void response.writeHead(answer.status, answer.headers).end(answer.body);
    const server = byLength.find(({ pathname }) => path.startsWith(pathname));
    if (!server) return void response.writeHead(404).end();
    const { status, headers, body } = await fetchFrom(new URL(path, server));
    sentBytes += body.length;
    response.writeHead(status, headers).end(body);
  }

  const proxy = createServer((request, response) => {
    // The browser, or the server, may be closed meanwhile.
    forward(request, response).catch(() => response.destroy());
  });
  proxy.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => proxy.listen(0, "localhost", resolve));
  const bound = proxy.address();
  return {
    origin: `http://localhost:${typeof bound === "object" ? bound?.port : ""}`,
    requested,
    routeTo,
    sentBytes: () => sentBytes,
    simulate: (failures) => {
      failureOf = failures;
    },
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

async function fetchFrom(address: URL) {
  const response = await fetch(address, { redirect: "manual" });
  const headers = Object.fromEntries(response.headers);
  delete headers["transfer-encoding"];
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}
