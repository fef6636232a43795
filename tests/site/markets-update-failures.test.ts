import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { tellUpdate } from "../../src/node/commands/markets/print-update.ts";
import { differences } from "./build-site.ts";
import { type Answer, figuresServer, fredCsv, status, text } from "./figures-server.ts";
import { BRENT, BRENT_FETCH, brentAndCpi, desk, fredBrent, fredCpi, NOW } from "./market-desk.ts";

const server = figuresServer();

describe("what may pass", () => {
  it("is tried again, after longer and longer pauses", async () => {
    const { update, waits, figures } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.answer("MCOILBRENTEU", status(500), status(503), status(408), fredBrent({ "2026-07": "88.10" }));
    await update();
    expect(waits).toEqual([750, 1500, 3000]);
    expect(figures("brent")).toContain("2026-07,88.10");
  });

  it("is tried again after as long as the source asks for", async () => {
    const { update, waits } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    const at = new Date(NOW + 40_000).toUTCString();
    server.answer("MCOILBRENTEU", status(429, { "retry-after": "17" }), status(429, { "retry-after": at }), fredBrent());
    await update();
    expect(waits).toEqual([17_000, 40_000]);
  });

  it("is tried again where a connection broke off before or within the answer", async () => {
    const { update, waits } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    const reset: Answer = (response) => void response.socket?.destroy();
    const half: Answer = (response) => {
      response.writeHead(200);
      response.write("observation_date,MCOILBRENTEU\n2026-03-01,103.13\n", () => response.socket?.destroy());
    };
    server.answer("MCOILBRENTEU", reset, half, fredBrent());
    await update();
    expect(waits).toHaveLength(2);
  });

  it("is tried again where an answer does not come in time", async () => {
    const { update, waits, deadlines, timeOut } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    const stuck: Answer = (response) => void response.writeHead(200).write("observation_date", () => timeOut());
    server.answer("MCOILBRENTEU", () => timeOut(), stuck, fredBrent());
    await update();
    expect(waits).toHaveLength(2);
    expect(deadlines).toEqual([30_000, 30_000, 30_000]);
  });

  it("and what is led elsewhere is followed", async () => {
    const { update } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.answer("MCOILBRENTEU", status(302, { location: "/elsewhere/brent" }));
    server.answer("brent", fredBrent());
    expect(tellUpdate(await update())).toContain("4 unchanged");
  });
});

/** An answer of so many bytes that compress to few. */
const LARGE = Buffer.alloc(9 * 1024 * 1024, "0");
const csv = (body: string): Answer => text(body);
/** Less than it promises. */
const truncated: Answer = (response) => {
  response.writeHead(200, { "content-length": "4000" });
  response.write("observation_date,MCOILBRENTEU\n2026-03-01,103.13\n", () => response.socket?.end());
};

describe("a failure", () => {
  it.each<[string, readonly Answer[], RegExp, number]>([
    ["a series that is not there", [status(404)], /answers 404 {2}check `code` in series\.yaml/, 1],
    ["a source that is closed to us", [status(403)], /answers 403 {2}check the key/, 1],
    ["a source that fails again and again", [status(500)], /answers 500, 4 times {2}try again later/, 4],
    [
      "a source that wants us back tomorrow",
      [status(429, { "retry-after": "86400" })],
      /answers 429 and asks to wait 86400 seconds/,
      1,
    ],
    ["a connection that breaks off", [(response) => void response.socket?.destroy()], /broke off the connection, 4 times/, 4],
    ["a truncated answer", [truncated], /broke off the connection, 4 times/, 4],
    ["an answer of another kind", [status(204)], /answers 204/, 1],
    [
      "redirects that go round",
      [status(302, { location: "/graph/fredgraph.csv?id=MCOILBRENTEU" })],
      /could not be fetched \(redirect count exceeded\)/,
      84,
    ],
    [
      "a page instead of figures",
      [csv("<!DOCTYPE html>\n<html>")],
      /is not the CSV of MCOILBRENTEU, but begins with `<!DOCTYPE html>`/,
      1,
    ],
    ["an empty answer", [csv("")], /is not the CSV/, 1],
    ["other columns", [csv("observation_date,MCOILWTICO\n2026-06-01,82.00\n")], /begins with `observation_date,MCOILWTICO`/, 1],
    ["more columns", [csv("observation_date,MCOILBRENTEU,FLAG\n")], /is not the CSV/, 1],
    ["a line with more cells", [csv("DATE,MCOILBRENTEU\n2026-03-01,103.13,x\n")], /has 3 cells in line 2/, 1],
    ["no figures", [csv("DATE,MCOILBRENTEU\n")], /holds no figure/, 1],
    ["gaps only", [csv(fredCsv("MCOILBRENTEU", { "2026-06": "." }))], /holds no figure/, 1],
    ["what is not a number", [fredBrent({ "2026-07": "NaN" })], /has `NaN` for 2026-07, which is not a number/, 1],
    ["a thousands separator", [csv('DATE,MCOILBRENTEU\n2026-03-01,"1,103.13"\n')], /has `1,103.13` for 2026-03/, 1],
    [
      "days instead of months",
      [csv("DATE,MCOILBRENTEU\n2026-03-02,103.13\n")],
      /`2026-03-02` in line 2, where no monthly period begins/,
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
    ["what is not text", [text(Buffer.from([0x6f, 0xff, 0x0a]))], /is not text in UTF-8/, 1],
    ["more than a series can be", [text(LARGE)], /is larger than 8 MiB/, 1],
    ["more than a series can be, packed", [text(gzipSync(LARGE), { "content-encoding": "gzip" })], /is larger than 8 MiB/, 1],
    [
      "a figure that has vanished",
      [fredBrent({ "2026-05": "." })],
      /has no figure any more for 2026-05 \(1 of 4 known ones\) {2}.*`2026-05,,DAY`/,
      1,
    ],
    [
      "an end that has vanished",
      [csv(fredCsv("MCOILBRENTEU", { "2026-03": "103.13" }))],
      /any more for 2026-04, 2026-05, 2026-06 \(3 of 4/,
      1,
    ],
    [
      "more digits",
      [fredBrent({ "2026-07": "88.1234" })],
      /`88\.1234` for 2026-07, where figures are known with 2 digits .*write `round: 2`/,
      1,
    ],
    [
      "another unit",
      [csv(fredCsv("MCOILBRENTEU", { "2026-03": "1.03", "2026-04": "1.17", "2026-05": "1.07", "2026-06": "0.85" }))],
      /revises 4 of 4 known figures by more than a tenth, 2026-03 from 103\.13 to 1\.03 {2}check `code` and `transform`/,
      1,
    ],
  ])("such as %s is told with its series and address, and no figure is touched", async (_, answers, message, requests) => {
    const { update, rootTree } = brentAndCpi(server);
    const before = rootTree();
    server.answer("MCOILBRENTEU", ...answers);
    server.answer("CPIAUCNS", fredCpi({ "2026-01": "325.252" }));
    const failed = update();
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toThrow(`brent  ${server.base()}/graph/fredgraph.csv?id=MCOILBRENTEU  `);
    await expect(failed).rejects.toThrow(/\n\n1 of 2 series failed\.$/);
    expect(differences(before, rootTree())).toEqual([]);
    expect(server.requests.filter(({ url }) => url.search === "?id=MCOILBRENTEU")).toHaveLength(requests);
  });

  it("in time is told with the time", async () => {
    const { update, timeOut } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.answer("MCOILBRENTEU", () => timeOut());
    await expect(update()).rejects.toThrow("has not answered within 30 seconds, 4 times");
  });

  it("of a source that is not there is told so", async () => {
    const { update } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    await expect(update({ bases: { fred: `http://127.0.0.1:${port}` } })).rejects.toThrow("refuses the connection, 4 times");
  });

  it("of several series is told of each", async () => {
    const { update } = brentAndCpi(server);
    server.answer("MCOILBRENTEU", status(404));
    server.answer("CPIAUCNS", csv("{}"));
    await expect(update()).rejects.toThrow(/^brent .* 404 .*\ncpi .*begins with `\{\}`.*\n\n2 of 2 series failed\.$/);
  });

  it("in the figures that are known is told before anything is fetched", async () => {
    const { update } = desk(server, { brent: { fetch: BRENT_FETCH, csv: "date,value\n2026-06,x\n" } });
    await expect(update()).rejects.toThrow(/brent\.csv:2 {2}value {2}`x` is not a number/);
    expect(server.requests).toEqual([]);
  });

  it("to keep by what an answer is known leaves the figures", async () => {
    const { update, options, tree } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.answer("MCOILBRENTEU", fredBrent({ "2026-07": "88.10" }));
    const before = tree();
    mkdirSync(join(options.cacheFolder, "brent.json"), { recursive: true });
    await expect(update()).rejects.toThrow(/EISDIR|ENOTEMPTY|rename/);
    expect(differences(before, tree())).toEqual([]);
  });
});
