import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseObservations } from "../../src/markets/observations.ts";
import { seriesListSchema } from "../../src/markets/series.ts";
import { formatUpdate } from "../../src/node/commands/markets/update-console.ts";
import { updateMarkets } from "../../src/node/ingest/markets/update/update-markets.ts";
import { differences, ROOT, readTree } from "./build-site.ts";
import { figuresServer, fredCsv, type Responder, status, text } from "./figures-server.ts";
import { BRENT, BRENT_FETCH, brentAndCpi, fredBrent, fredCpi, marketsFolder, NOW } from "./markets-folder.ts";

const server = figuresServer();

describe("an update", () => {
  it("adds new periods and revisions, and reports the changes", async () => {
    const { update, figures } = brentAndCpi(server);
    server.respondTo("MCOILBRENTEU", fredBrent({ "2026-06": "85.43", "2026-07": "88.10", "2026-08": "." }));
    server.respondTo("CPIAUCNS", fredCpi({ "2025-10": "324.500", "2026-01": "", "2026-02": "326.785" }));
    const report = await update();
    expect(figures("brent")).toBe(
      "date,value,vintage\n2026-03,103.13\n2026-04,117.29\n2026-05,107.14\n2026-06,85.4\n2026-06,85.43,2026-11-22\n2026-07,88.10\n",
    );
    expect(figures("cpi")).toBe(
      "date,value,vintage\n2025-08,323.976\n2025-09,324.8\n2025-10,\n2025-10,324.500,2026-11-22\n2025-11,324.122\n2025-12,324.054\n2026-01,\n2026-02,326.785\n",
    );
    expect(formatUpdate(report)).toBe(
      [
        "brent  1 new: 2026-07 88.10; 1 revised: 2026-06 85.4 → 85.43; 3 unchanged",
        "cpi    2 new: 2026-01 not published, 2026-02 326.785; 1 revised: 2025-10 not published → 324.500; 4 unchanged",
        "",
        "3 new, 2 revised.",
      ].join("\n"),
    );
  });

  it("keeps the first values, and reads back with vintages", async () => {
    const { update, figures } = brentAndCpi(server);
    server.respondTo("MCOILBRENTEU", fredBrent({ "2026-06": "85.43" }));
    server.respondTo("CPIAUCNS", fredCpi());
    await update();
    const later = {
      now: () => NOW + 9 * 24 * 60 * 60 * 1000,
      random: () => 0,
      wait: async () => {},
      timeoutSignal: AbortSignal.timeout,
    };
    server.respondTo("MCOILBRENTEU", fredBrent({ "2026-06": "85.51" }));
    await update({ effects: later });
    const { observations, diagnostics } = parseObservations(figures("brent"), { frequency: "monthly", nowMs: later.now() });
    expect(diagnostics).toEqual([]);
    expect(observations.at(-1)).toEqual({
      date: "2026-06",
      value: 85.51,
      vintages: [
        { value: 85.4, since: undefined },
        { value: 85.43, since: "2026-11-22" },
        { value: 85.51, since: "2026-12-01" },
      ],
    });
  });

  it("that finds a second revision on the same day replaces the first", async () => {
    const { update, figures } = brentAndCpi(server);
    server.respondTo("MCOILBRENTEU", fredBrent({ "2026-06": "85.43" }), fredBrent({ "2026-06": "85.51" }));
    server.respondTo("CPIAUCNS", fredCpi());
    await update();
    await update();
    expect(figures("brent")).toContain("2026-06,85.4\n2026-06,85.51,2026-11-22\n");
    expect(figures("brent")).not.toContain("85.43");
  });

  it("that is repeated changes nothing", async () => {
    const { update, tree } = brentAndCpi(server);
    server.respondTo("MCOILBRENTEU", fredBrent({ "2026-06": "85.43", "2026-07": "88.10" }));
    server.respondTo("CPIAUCNS", fredCpi({ "2025-10": "324.500" }));
    await update();
    const before = tree();
    expect(formatUpdate(await update())).toMatch(/\n\nNothing has changed\.$/);
    expect(differences(before, tree())).toEqual([]);
    expect([...before.keys()]).toEqual(["brent.csv", "cpi.csv", "series.yaml"]);
  });

  it("removes the leftovers of a killed one", async () => {
    const { update, options, tree } = brentAndCpi(server);
    writeFileSync(join(options.folder, ".brent.csv.next-99999999"), "date,val");
    server.respondTo("MCOILBRENTEU", fredBrent());
    server.respondTo("CPIAUCNS", fredCpi());
    await update();
    expect([...tree().keys()]).toEqual(["brent.csv", "cpi.csv", "series.yaml"]);
  });

  it("writes a file for a new series, from its first figure", async () => {
    const { update, figures } = marketsFolder(server, { brent: { fetch: BRENT_FETCH } });
    server.respondTo("MCOILBRENTEU", fredBrent({ "2026-02": "." }));
    await update();
    expect(figures("brent")).toBe("date,value\n2026-03,103.13\n2026-04,117.29\n2026-05,107.14\n2026-06,85.40\n");
  });

  it("ignores figures before the first known period and of periods that have not ended", async () => {
    const { update, figures } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    const months = { "2026-07": "88.10", "2026-08": "87.00", "2026-09": "86.00", "2026-10": "84.00", "2026-11": "83.00" };
    server.respondTo("MCOILBRENTEU", fredBrent(months, { etag: '"a"' }));
    await update();
    expect(figures("brent").split("\n").at(1)).toBe("2026-03,103.13");
    expect(figures("brent").split("\n").at(-2)).toBe("2026-10,84.00");
    await update();
    expect(server.requests.at(-1)?.headers["if-none-match"], "the response has more than was stored").toBeUndefined();
  });

  it("fetches only the series named", async () => {
    const { update } = brentAndCpi(server);
    server.respondTo("CPIAUCNS", fredCpi());
    const report = await update({ wanted: ["cpi"] });
    expect(report.series.map(({ id }) => id)).toEqual(["cpi"]);
    expect(server.requests.map(({ url }) => url.pathname + url.search)).toEqual(["/graph/fredgraph.csv?id=CPIAUCNS"]);
  });

  it("skips a series without fetch instructions, with a message", async () => {
    const { update } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT }, wool: { fetch: "", csv: BRENT } });
    server.respondTo("MCOILBRENTEU", fredBrent());
    expect(formatUpdate(await update())).toContain("wool   skipped: series.yaml has no `fetch` there");
  });

  it("advances the progress bar with each series, whether it succeeds or not", async () => {
    const { update, progress } = brentAndCpi(server);
    server.respondTo("MCOILBRENTEU", fredBrent());
    server.respondTo("CPIAUCNS", status(404));
    await expect(update()).rejects.toThrow("404");
    expect(progress).toEqual(["of 2", "one", "one", "stop"]);
  });
});

describe("the shipped series", () => {
  it("are confirmed by sources with the same figures, reciprocals included", async () => {
    const { options } = marketsFolder(server, {});
    cpSync(join(ROOT, "_data/markets"), options.folder, { recursive: true });
    const list = seriesListSchema.parse(parse(readFileSync(join(options.folder, "series.yaml"), "utf8")));
    for (const { id, frequency, fetch } of list) {
      const csv = readFileSync(join(options.folder, `${id}.csv`), "utf8");
      const { observations } = parseObservations(csv, { frequency, nowMs: Date.now() });
      const digits = (value: number) => (fetch?.transform ? (1 / value).toFixed(4) : String(value));
      const lines = observations.map(({ date, value }) => [date, value === undefined ? "" : digits(value)]);
      server.respondTo(fetch?.code ?? "", text(fredCsv(fetch?.code ?? "", Object.fromEntries(lines))));
    }
    const before = readTree(options.folder);
    const report = await updateMarkets({ ...options, effects: { ...options.effects, now: Date.now } });
    expect(report).toMatchObject({ skipped: [], series: { length: 12 } });
    expect(report.series.map(({ comparison }) => comparison)).not.toContain(undefined);
    expect(formatUpdate(report)).toMatch(/Nothing has changed\.$/);
    expect(differences(before, readTree(options.folder))).toEqual([]);
  });
});

describe("a conditional request", () => {
  const respond: Responder = (response, request) => {
    if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
    else fredBrent({ "2026-07": "88.10" }, { etag: '"v1"', "last-modified": "Sun, 01 Nov 2026 00:00:00 GMT" })(response, request);
  };
  const sentHeaders = () => server.requests.at(-1)?.headers;

  it("sends the validators, and the source responds with 304", async () => {
    const { update, tree } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.respondTo("MCOILBRENTEU", respond);
    await update();
    expect(sentHeaders()).not.toHaveProperty("if-none-match");
    const before = tree();
    expect(formatUpdate(await update())).toBe("brent  not modified\n\nNothing has changed.");
    expect(sentHeaders()).toMatchObject({ "if-none-match": '"v1"', "if-modified-since": "Sun, 01 Nov 2026 00:00:00 GMT" });
    expect(differences(before, tree())).toEqual([]);
  });

  it("is unconditional if the figures have changed since", async () => {
    const { update, write, figures } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.respondTo("MCOILBRENTEU", respond);
    await update();
    write("brent", BRENT);
    await update();
    expect(sentHeaders()).not.toHaveProperty("if-none-match");
    expect(figures("brent")).toContain("2026-07,88.10");
  });

  it("is unconditional if the cache is malformed", async () => {
    const { update, options } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.respondTo("MCOILBRENTEU", respond);
    await update();
    writeFileSync(join(options.cacheFolder, "brent.json"), "{");
    await update();
    expect(sentHeaders()).not.toHaveProperty("if-none-match");
  });

  it("is required for a 304 to be accepted", async () => {
    const { update } = marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.respondTo("MCOILBRENTEU", status(304));
    await expect(update()).rejects.toThrow("responds with 304");
  });
});
