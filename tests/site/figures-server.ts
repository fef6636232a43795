import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A source of figures on this machine, which answers as it is told. */
export interface FiguresServer {
  readonly base: () => string;
  /** What has been asked for since the test began. */
  readonly requests: { readonly url: URL; readonly headers: IncomingHttpHeaders }[];
  /** What is said of a series, one answer after another; the last one again and again. */
  answer(code: string, ...answers: readonly Answer[]): void;
}

/** Runs a source for the tests of a file. What it has not been told to answer is a fault of the test: 501. */
export function figuresServer(): FiguresServer {
  const answers = new Map<string, Answer[]>();
  const requests: FiguresServer["requests"] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", base());
    requests.push({ url, headers: request.headers });
    const queue = answers.get(codeIn(url)) ?? [];
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    if (answer) answer(response, request);
    else response.writeHead(501).end();
  });
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
  beforeEach(() => {
    answers.clear();
    requests.length = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base, requests, answer: (code, ...queue) => void answers.set(code, [...queue]) };
}

/** FRED and the EIA name the series among the parameters, the ECB at the end of the path. */
function codeIn(url: URL): string {
  return url.searchParams.get("id") ?? url.searchParams.get("facets[series][]") ?? url.pathname.split("/").at(-1) ?? "";
}

export function text(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => void response.writeHead(200, headers).end(body);
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => void response.writeHead(code, headers).end("<html>no</html>");
}

/** What FRED answers: a line a month, from one month on. */
export function fredCsv(code: string, lines: Readonly<Record<string, string>>): string {
  const rows = Object.entries(lines).map(([month, value]) => `${month}-01,${value}\n`);
  return `observation_date,${code}\n${rows.join("")}`;
}
