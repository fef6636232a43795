import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { formatUpdate } from "../../src/node/commands/markets/update-console.ts";
import { differences } from "./build-site.ts";
import { figuresServer, fredCsv, type Responder, status, text } from "./figures-server.ts";
import { BRENT, BRENT_FETCH, brentAndCpi, fredBrent, fredCpi, marketsFolder, NOW } from "./markets-folder.ts";

const server = figuresServer();

describe("a transient error", () => {
  it("is retried with exponential backoff", async () => {
    const { update, waits, figures } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.respondTo("MCOILBRENTEU", status(500), status(503), status(408), fredBrent({ "2026-07": "88.10" }));
    await update();
    expect(waits).toEqual([750, 1500, 3000]);
    expect(figures("brent")).toContain("2026-07,88.10");
  });

  it("is retried after the delay in Retry-After", async () => {
    const { update, waits } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    const at = new Date(NOW + 40_000).toUTCString();
    server.respondTo("MCOILBRENTEU", status(429, { "retry-after": "17" }), status(429, { "retry-after": at }), fredBrent());
    await update();
    expect(waits).toEqual([17_000, 40_000]);
  });

  it("is retried if the connection closes before or during the response", async () => {
    const { update, waits } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    const reset: Responder = (response) => void response.socket?.destroy();
    const half: Responder = (response) => {
      response.writeHead(200);
      response.write("observation_date,MCOILBRENTEU\n2026-03-01,103.13\n", () => response.socket?.destroy());
    };
    server.respondTo("MCOILBRENTEU", reset, half, fredBrent());
    await update();
    expect(waits).toHaveLength(2);
  });

  it("is retried after a timeout", async () => {
    const { update, waits, timeoutsMs, timeOut } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    const stuck: Responder = (response) => void response.writeHead(200).write("observation_date", () => timeOut());
    server.respondTo("MCOILBRENTEU", () => timeOut(), stuck, fredBrent());
    await update();
    expect(waits).toHaveLength(2);
    expect(timeoutsMs).toEqual([30_000, 30_000, 30_000]);
  });

  it("and redirects are followed", async () => {
    const { update } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.respondTo("MCOILBRENTEU", status(302, { location: "/elsewhere/brent" }));
    server.respondTo("brent", fredBrent());
    expect(formatUpdate(await update())).toContain("4 unchanged");
  });
});

/** A response of many bytes that compress to few. */
const LARGE = Buffer.alloc(9 * 1024 * 1024, "0");
const csv = (body: string): Responder => text(body);
/** Shorter than its Content-Length. */
const truncated: Responder = (response) => {
  response.writeHead(200, { "content-length": "4000" });
  response.write("observation_date,MCOILBRENTEU\n2026-03-01,103.13\n", () => response.socket?.end());
};

describe("a failure", () => {
  it.each<[string, readonly Responder[], RegExp, number]>([
    ["a missing series", [status(404)], /responds with 404 {2}check `code` in series\.yaml/, 1],
    ["a source that denies access", [status(403)], /responds with 403 {2}check the key/, 1],
    ["a source that keeps failing", [status(500)], /responds with 500, 4 times {2}try again later/, 4],
    [
      "a source that wants us back tomorrow",
      [status(429, { "retry-after": "86400" })],
      /responds with 429 and asks to wait 86400 seconds/,
      1,
    ],
    ["a connection that is closed", [(response) => void response.socket?.destroy()], /closed the connection, 4 times/, 4],
    ["a truncated response", [truncated], /closed the connection, 4 times/, 4],
    ["an unexpected status", [status(204)], /responds with 204/, 1],
    [
      "redirects that go round",
      [status(302, { location: "/graph/fredgraph.csv?id=MCOILBRENTEU" })],
      /could not be fetched \(redirect count exceeded\)/,
      84,
    ],
    [
      "a page instead of figures",
      [csv("<!DOCTYPE html>\n<html>")],
      /is not the CSV of MCOILBRENTEU, but starts with `<!DOCTYPE html>`/,
      1,
    ],
    ["an empty response", [csv("")], /is not the CSV/, 1],
    ["other columns", [csv("observation_date,MCOILWTICO\n2026-06-01,82.00\n")], /starts with `observation_date,MCOILWTICO`/, 1],
    ["more columns", [csv("observation_date,MCOILBRENTEU,FLAG\n")], /is not the CSV/, 1],
    ["a line with more cells", [csv("DATE,MCOILBRENTEU\n2026-03-01,103.13,x\n")], /has 3 cells in line 2/, 1],
    ["no figures", [csv("DATE,MCOILBRENTEU\n")], /has no figures/, 1],
    ["gaps only", [csv(fredCsv("MCOILBRENTEU", { "2026-06": "." }))], /has no figures/, 1],
    ["what is not a number", [fredBrent({ "2026-07": "NaN" })], /has `NaN` for 2026-07, which is not a number/, 1],
    ["a thousands separator", [csv('DATE,MCOILBRENTEU\n2026-03-01,"1,103.13"\n')], /has `1,103.13` for 2026-03/, 1],
    [
      "days instead of months",
      [csv("DATE,MCOILBRENTEU\n2026-03-02,103.13\n")],
      /`2026-03-02` in line 2, which is not the start of a monthly period/,
      1,
    ],
    ["a month twice", [csv("DATE,MCOILBRENTEU\n2026-03-01,103.13\n2026-03-01,103.14\n")], /has the date `2026-03` twice/, 1],
    [
      "months in disorder",
      [csv("DATE,MCOILBRENTEU\n2026-04-01,117.29\n2026-03-01,103.13\n")],
      /has the date `2026-03` after `2026-04`/,
      1,
    ],
    ["the future", [fredBrent({ "2026-12": "90.00" })], /has the date `2026-12`, which is in the future/, 1],
    ["a response that is not UTF-8", [text(Buffer.from([0x6f, 0xff, 0x0a]))], /is not UTF-8 text/, 1],
    ["more than a series can be", [text(LARGE)], /is larger than 8 MiB/, 1],
    ["more than a series can be, packed", [text(gzipSync(LARGE), { "content-encoding": "gzip" })], /is larger than 8 MiB/, 1],
    [
      "a figure that has vanished",
      [fredBrent({ "2026-05": "." })],
      /no longer has a figure for 2026-05 \(1 of 4 known ones\) {2}.*`2026-05,,DAY`/,
      1,
    ],
    [
      "an end that has vanished",
      [csv(fredCsv("MCOILBRENTEU", { "2026-03": "103.13" }))],
      /no longer has a figure for 2026-04, 2026-05, 2026-06 \(3 of 4/,
      1,
    ],
    [
      "more digits",
      [fredBrent({ "2026-07": "88.1234" })],
      /`88\.1234` for 2026-07, but known figures have at most 2 decimals .*write `round: 2`/,
      1,
    ],
    [
      "another unit",
      [csv(fredCsv("MCOILBRENTEU", { "2026-03": "1.03", "2026-04": "1.17", "2026-05": "1.07", "2026-06": "0.85" }))],
      /revises 4 of 4 known figures by more than a tenth, 2026-03 from 103\.13 to 1\.03 {2}check `code` and `transform`/,
      1,
    ],
  ])("such as %s is reported with series and address, and no figure changes", async (_, answers, message, requests) => {
    const { update, rootTree } = brentAndCpi(server);
    const before = rootTree();
    server.respondTo("MCOILBRENTEU", ...answers);
    server.respondTo("CPIAUCNS", fredCpi({ "2026-01": "325.252" }));
    const failed = update();
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toThrow(`brent  ${server.base()}/graph/fredgraph.csv?id=MCOILBRENTEU  `);
    await expect(failed).rejects.toThrow(/\n\n1 of 2 series failed\.$/);
    expect(differences(before, rootTree())).toEqual([]);
    expect(server.requests.filter(({ url }) => url.search === "?id=MCOILBRENTEU")).toHaveLength(requests);
  });

  it("by timeout is reported with the time", async () => {
    const { update, timeOut } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.respondTo("MCOILBRENTEU", () => timeOut());
    await expect(update()).rejects.toThrow("did not respond within 30 seconds, 4 times");
  });

  it("to connect is reported", async () => {
    const { update } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    await expect(update({ bases: { fred: `http://127.0.0.1:${port}` } })).rejects.toThrow("refused the connection, 4 times");
  });

  it("of several series is reported for each", async () => {
    const { update } = brentAndCpi(server);
    server.respondTo("MCOILBRENTEU", status(404));
    server.respondTo("CPIAUCNS", csv("{}"));
    await expect(update()).rejects.toThrow(/^brent .* 404 .*\ncpi .*starts with `\{\}`.*\n\n2 of 2 series failed\.$/);
  });

  it("in the known figures is reported before anything is fetched", async () => {
    const { update } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: "date,value\n2026-06,x\n" } });
    await expect(update()).rejects.toThrow(/brent\.csv:2 {2}value {2}`x` is not a number/);
    expect(server.requests).toEqual([]);
  });

  it("to store validators keeps the figures", async () => {
    const { update, options, tree } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.respondTo("MCOILBRENTEU", fredBrent({ "2026-07": "88.10" }));
    const before = tree();
    mkdirSync(join(options.cacheFolder, "brent.json"), { recursive: true });
    await expect(update()).rejects.toThrow(/EISDIR|ENOTEMPTY|rename/);
    expect(differences(before, tree())).toEqual([]);
  });
});
