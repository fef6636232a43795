import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** What happens to a request on its way, where it is not simply answered. */
interface Trouble {
  readonly delayMs?: number;
  /** The connection breaks. */
  readonly cut?: boolean;
  /** Instead of what the server says. */
  readonly answer?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array;
  };
}

/** The line between a reader and some servers, which all answer under one origin. */
export interface Line {
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  /** How many bytes of files have come through so far. */
  sentBytes(): number;
  /** What happens from now on, by path. */
  suffer(trouble: (path: string) => Trouble | undefined): void;
  /** Who answers from now on. */
  leadTo(servers: readonly Server[]): void;
  close(): Promise<void>;
}

interface Server {
  readonly address: string;
}

/** Opens a line to servers. Of those whose address begins the path that is asked for, the one with the longest answers. */
export async function openLine(servers: readonly Server[]): Promise<Line> {
  const asked: string[] = [];
  let troubleOf = (_path: string): Trouble | undefined => undefined;
  let byLength: readonly URL[] = [];
  const leadTo = (answering: readonly Server[]): void => {
    byLength = answering.map(({ address }) => new URL(address)).sort((a, b) => b.pathname.length - a.pathname.length);
  };
  leadTo(servers);
  let sentBytes = 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    asked.push(path);
    const { delayMs = 0, cut, answer } = troubleOf(path) ?? {};
    await pause(delayMs);
    if (cut) return void request.destroy();
    if (answer) return void response.writeHead(answer.status, answer.headers).end(answer.body);
    const server = byLength.find(({ pathname }) => path.startsWith(pathname));
    if (!server) return void response.writeHead(404).end();
    const { status, headers, body } = await ask(new URL(path, server));
    sentBytes += body.length;
    response.writeHead(status, headers).end(body);
  }

  const line = createServer((request, response) => {
    // Whoever asked may be gone, and the server with it.
    pass(request, response).catch(() => response.destroy());
  });
  line.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => line.listen(0, "localhost", resolve));
  const bound = line.address();
  return {
    origin: `http://localhost:${typeof bound === "object" ? bound?.port : ""}`,
    asked,
    leadTo,
    sentBytes: () => sentBytes,
    suffer: (trouble) => {
      troubleOf = trouble;
    },
    close: () =>
      new Promise((resolve) => {
        line.close(() => resolve());
        line.closeAllConnections();
      }),
  };
}

async function ask(address: URL) {
  const answered = await fetch(address, { redirect: "manual" });
  const headers = Object.fromEntries(answered.headers);
  delete headers["transfer-encoding"];
  return { status: answered.status, headers, body: Buffer.from(await answered.arrayBuffer()) };
}
