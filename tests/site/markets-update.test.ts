import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseObservations } from "../../src/markets/observations.ts";
import { seriesListSchema } from "../../src/markets/series.ts";
import { tellUpdate } from "../../src/node/commands/markets/print-update.ts";
import { updateMarkets } from "../../src/node/ingest/markets/update/update-markets.ts";
import { differences, ROOT, readTree } from "./build-site.ts";
import { type Answer, figuresServer, fredCsv, status, text } from "./figures-server.ts";
import { BRENT, BRENT_FETCH, brentAndCpi, desk, fredBrent, fredCpi, NOW } from "./market-desk.ts";

const server = figuresServer();

describe("an update", () => {
  it("adds new periods and revisions, and says what it has changed", async () => {
    const { update, figures } = brentAndCpi(server);
    server.answer("MCOILBRENTEU", fredBrent({ "2026-06": "85.43", "2026-07": "88.10", "2026-08": "." }));
    server.answer("CPIAUCNS", fredCpi({ "2025-10": "324.500", "2026-01": "", "2026-02": "326.785" }));
    const report = await update();
    expect(figures("brent")).toBe(
      "date,value,vintage\n2026-03,103.13\n2026-04,117.29\n2026-05,107.14\n2026-06,85.4\n2026-06,85.43,2026-11-22\n2026-07,88.10\n",
    );
    expect(figures("cpi")).toBe(
      "date,value,vintage\n2025-08,323.976\n2025-09,324.8\n2025-10,\n2025-10,324.500,2026-11-22\n2025-11,324.122\n2025-12,324.054\n2026-01,\n2026-02,326.785\n",
    );
    expect(tellUpdate(report)).toBe(
      [
        "brent  1 new: 2026-07 88.10; 1 revised: 2026-06 85.4 → 85.43; 3 unchanged",
        "cpi    2 new: 2026-01 not published, 2026-02 326.785; 1 revised: 2025-10 not published → 324.500; 4 unchanged",
        "",
        "3 new, 2 revised.",
      ].join("\n"),
    );
  });

  it("keeps what was known first, and reads back with its vintages", async () => {
    const { update, figures } = brentAndCpi(server);
    server.answer("MCOILBRENTEU", fredBrent({ "2026-06": "85.43" }));
    server.answer("CPIAUCNS", fredCpi());
    await update();
    const later = {
      now: () => NOW + 9 * 24 * 60 * 60 * 1000,
      random: () => 0,
      wait: async () => {},
      deadline: AbortSignal.timeout,
    };
    server.answer("MCOILBRENTEU", fredBrent({ "2026-06": "85.51" }));
    await update({ effects: later });
    const { observations, problems } = parseObservations(figures("brent"), { frequency: "monthly", nowMs: later.now() });
    expect(problems).toEqual([]);
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

  it("that finds a second revision on the same day keeps the later one", async () => {
    const { update, figures } = brentAndCpi(server);
    server.answer("MCOILBRENTEU", fredBrent({ "2026-06": "85.43" }), fredBrent({ "2026-06": "85.51" }));
    server.answer("CPIAUCNS", fredCpi());
    await update();
    await update();
    expect(figures("brent")).toContain("2026-06,85.4\n2026-06,85.51,2026-11-22\n");
    expect(figures("brent")).not.toContain("85.43");
  });

  it("made again changes nothing", async () => {
    const { update, tree } = brentAndCpi(server);
    server.answer("MCOILBRENTEU", fredBrent({ "2026-06": "85.43", "2026-07": "88.10" }));
    server.answer("CPIAUCNS", fredCpi({ "2025-10": "324.500" }));
    await update();
    const before = tree();
    expect(tellUpdate(await update())).toMatch(/\n\nNothing has changed\.$/);
    expect(differences(before, tree())).toEqual([]);
    expect([...before.keys()]).toEqual(["brent.csv", "cpi.csv", "series.yaml"]);
  });

  it("clears away what one that was killed has left", async () => {
    const { update, options, tree } = brentAndCpi(server);
    writeFileSync(join(options.folder, ".brent.csv.next-99999999"), "date,val");
    server.answer("MCOILBRENTEU", fredBrent());
    server.answer("CPIAUCNS", fredCpi());
    await update();
    expect([...tree().keys()]).toEqual(["brent.csv", "cpi.csv", "series.yaml"]);
  });

  it("writes a file for a series that is new, from its first figure on", async () => {
    const { update, figures } = desk(server, { brent: { fetch: BRENT_FETCH } });
    server.answer("MCOILBRENTEU", fredBrent({ "2026-02": "." }));
    await update();
    expect(figures("brent")).toBe("date,value\n2026-03,103.13\n2026-04,117.29\n2026-05,107.14\n2026-06,85.40\n");
  });

  it("leaves out what is before the first known period and what is of a period that has not ended", async () => {
    const { update, figures } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    const months = { "2026-07": "88.10", "2026-08": "87.00", "2026-09": "86.00", "2026-10": "84.00", "2026-11": "83.00" };
    server.answer("MCOILBRENTEU", fredBrent(months, { etag: '"a"' }));
    await update();
    expect(figures("brent").split("\n").at(1)).toBe("2026-03,103.13");
    expect(figures("brent").split("\n").at(-2)).toBe("2026-10,84.00");
    await update();
    expect(server.requests.at(-1)?.headers["if-none-match"], "the answer holds more than was taken").toBeUndefined();
  });

  it("asks only for the series that are named", async () => {
    const { update } = brentAndCpi(server);
    server.answer("CPIAUCNS", fredCpi());
    const report = await update({ wanted: ["cpi"] });
    expect(report.series.map(({ id }) => id)).toEqual(["cpi"]);
    expect(server.requests.map(({ url }) => url.pathname + url.search)).toEqual(["/graph/fredgraph.csv?id=CPIAUCNS"]);
  });

  it("skips a series that nothing says where to fetch, with a line", async () => {
    const { update } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT }, wool: { fetch: "", csv: BRENT } });
    server.answer("MCOILBRENTEU", fredBrent());
    expect(tellUpdate(await update())).toContain("wool   skipped: series.yaml has no `fetch` there");
  });

  it("makes a bar grow with each series, whether it succeeds or not", async () => {
    const { update, progress } = brentAndCpi(server);
    server.answer("MCOILBRENTEU", fredBrent());
    server.answer("CPIAUCNS", status(404));
    await expect(update()).rejects.toThrow("404");
    expect(progress).toEqual(["of 2", "one", "one", "stop"]);
  });
});

describe("the shipped series", () => {
  it("are all confirmed by sources that say the same, reciprocals included", async () => {
    const { options } = desk(server, {});
    cpSync(join(ROOT, "_data/markets"), options.folder, { recursive: true });
    const list = seriesListSchema.parse(parse(readFileSync(join(options.folder, "series.yaml"), "utf8")));
    for (const { id, frequency, fetch } of list) {
      const csv = readFileSync(join(options.folder, `${id}.csv`), "utf8");
      const { observations } = parseObservations(csv, { frequency, nowMs: Date.now() });
      const written = (value: number) => (fetch?.transform ? (1 / value).toFixed(4) : String(value));
      const lines = observations.map(({ date, value }) => [date, value === undefined ? "" : written(value)]);
      server.answer(fetch?.code ?? "", text(fredCsv(fetch?.code ?? "", Object.fromEntries(lines))));
    }
    const before = readTree(options.folder);
    const report = await updateMarkets({ ...options, effects: { ...options.effects, now: Date.now } });
    expect(report).toMatchObject({ skipped: [], series: { length: 12 } });
    expect(report.series.map(({ comparison }) => comparison)).not.toContain(undefined);
    expect(tellUpdate(report)).toMatch(/Nothing has changed\.$/);
    expect(differences(before, readTree(options.folder))).toEqual([]);
  });
});

describe("a source that knows what we have", () => {
  const answer: Answer = (response, request) => {
    if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
    else fredBrent({ "2026-07": "88.10" }, { etag: '"v1"', "last-modified": "Sun, 01 Nov 2026 00:00:00 GMT" })(response, request);
  };
  const asked = () => server.requests.at(-1)?.headers;

  it("is asked for what has been modified since, and says that nothing has", async () => {
    const { update, tree } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.answer("MCOILBRENTEU", answer);
    await update();
    expect(asked()).not.toHaveProperty("if-none-match");
    const before = tree();
    expect(tellUpdate(await update())).toBe("brent  not modified\n\nNothing has changed.");
    expect(asked()).toMatchObject({ "if-none-match": '"v1"', "if-modified-since": "Sun, 01 Nov 2026 00:00:00 GMT" });
    expect(differences(before, tree())).toEqual([]);
  });

  it("is asked for all of it where the figures are no longer those of its answer", async () => {
    const { update, write, figures } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.answer("MCOILBRENTEU", answer);
    await update();
    write("brent", BRENT);
    await update();
    expect(asked()).not.toHaveProperty("if-none-match");
    expect(figures("brent")).toContain("2026-07,88.10");
  });

  it("is asked for all of it where the cache is nonsense", async () => {
    const { update, options } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.answer("MCOILBRENTEU", answer);
    await update();
    writeFileSync(join(options.cacheFolder, "brent.json"), "{");
    await update();
    expect(asked()).not.toHaveProperty("if-none-match");
  });

  it("is not believed where it says so of what nobody has", async () => {
    const { update } = desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT } });
    server.answer("MCOILBRENTEU", status(304));
    await expect(update()).rejects.toThrow("answers 304");
  });
});
