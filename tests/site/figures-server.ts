import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

export type Responder = (response: ServerResponse, request: IncomingMessage) => void;

/** A mock source of figures on a local port. */
export interface FiguresServer {
  readonly base: () => string;
  /** The requests since the test started. */
  readonly requests: { readonly url: URL; readonly headers: IncomingHttpHeaders }[];
  /** Sets the responses for a series, in order; the last one repeats. */
  respondTo(code: string, ...responders: readonly Responder[]): void;
}

/** Runs a mock source for the tests of a file. It responds with 501 to any other request. */
export function figuresServer(): FiguresServer {
  const responders = new Map<string, Responder[]>();
  const requests: FiguresServer["requests"] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", base());
    requests.push({ url, headers: request.headers });
    const queue = responders.get(codeIn(url)) ?? [];
    const respond = queue.length > 1 ? queue.shift() : queue[0];
    if (respond) respond(response, request);
    else response.writeHead(501).end();
  });
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
  beforeEach(() => {
    responders.clear();
    requests.length = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base, requests, respondTo: (code, ...queue) => void responders.set(code, [...queue]) };
}

/** The series is a parameter of FRED and the EIA, and the last path segment of the ECB. */
function codeIn(url: URL): string {
  return url.searchParams.get("id") ?? url.searchParams.get("facets[series][]") ?? url.pathname.split("/").at(-1) ?? "";
}

export function text(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Responder {
  return (response) => void response.writeHead(200, headers).end(body);
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Responder {
  return (response) => void response.writeHead(code, headers).end("<html>no</html>");
}

/** A response of FRED: a line for each month. */
export function fredCsv(code: string, lines: Readonly<Record<string, string>>): string {
  const rows = Object.entries(lines).map(([month, value]) => `${month}-01,${value}\n`);
  return `observation_date,${code}\n${rows.join("")}`;
}
