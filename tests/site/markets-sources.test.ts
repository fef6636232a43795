import { describe, expect, it } from "vitest";
import { figuresServer, type Responder, status, text } from "./figures-server.ts";
import { BRENT, marketsFolder } from "./markets-folder.ts";

const KEY = "q7/secret+KEY";
const EIA_FETCH = "{ from: eia, code: petroleum/pri/spt/RBRTE }";
const server = figuresServer();

/** A response of the EIA, with numbers as JSON numbers or strings. */
function eiaJson(
  rows: Readonly<Record<string, unknown>>,
  { total = Object.keys(rows).length as unknown, series = "RBRTE" } = {},
): string {
  const data = Object.entries(rows).map(([period, value]) => ({
    period,
    duoarea: "ZEU",
    "area-name": "NA",
    product: "EPCBRENT",
    "product-name": "UK Brent Crude Oil",
    process: "PF4",
    "process-name": "Spot Price FOB",
    series,
    "series-description": "Europe Brent Spot Price FOB (Dollars per Barrel)",
    value,
    units: "$/BBL",
  }));
  const request = { command: "/v2/petroleum/pri/spt/data/", params: { api_key: KEY, frequency: "monthly" } };
  return JSON.stringify({
    response: { total, dateFormat: "YYYY-MM", frequency: "monthly", data },
    request,
    apiVersion: "2.1.12",
  });
}

describe("the EIA", () => {
  const EIA_BRENT = { "2026-03": "103.13", "2026-04": "117.29", "2026-05": 107.14, "2026-06": 85.4, "2026-07": "88.1" };
  const eiaFolder = () => marketsFolder(server, { brent: { fetch: EIA_FETCH, csv: BRENT } });
  const keys = { eia: KEY };

  it("is requested with the key and responds with numbers or strings", async () => {
    const { update, figures } = eiaFolder();
    server.respondTo("RBRTE", text(eiaJson(EIA_BRENT, { total: "5" })));
    await update({ keys });
    expect(figures("brent")).toBe(`${BRENT}2026-07,88.1\n`);
    expect(server.requests[0]?.url.pathname).toBe("/v2/petroleum/pri/spt/data/");
    expect(Object.fromEntries(server.requests[0]?.url.searchParams ?? [])).toMatchObject({
      api_key: KEY,
      frequency: "monthly",
      "data[0]": "value",
      offset: "0",
    });
  });

  it("is requested page by page", async () => {
    const { update, figures } = eiaFolder();
    const { "2026-07": last, ...first } = EIA_BRENT;
    const tagged = { etag: '"a"' };
    server.respondTo(
      "RBRTE",
      text(eiaJson(first, { total: 5 }), tagged),
      text(eiaJson({ "2026-07": last }, { total: 5 }), tagged),
    );
    await update({ keys });
    expect(server.requests.map(({ url }) => url.searchParams.get("offset"))).toEqual(["0", "4"]);
    expect(figures("brent")).toContain("2026-07,88.1\n");
    server.respondTo("RBRTE", text(eiaJson(EIA_BRENT)));
    await update({ keys });
    expect(server.requests.at(-1)?.headers, "validators of one page do not cover the other").not.toHaveProperty("if-none-match");
  });

  it("is requested without validators for further pages", async () => {
    const { update } = eiaFolder();
    const { "2026-07": last, ...first } = EIA_BRENT;
    const tagged = { etag: '"a"' };
    const pages = [text(eiaJson(first, { total: 5 }), tagged), text(eiaJson({ "2026-07": last }, { total: 5 }), tagged)];
    server.respondTo("RBRTE", text(eiaJson(first), tagged), ...pages);
    await update({ keys });
    await update({ keys });
    expect(server.requests.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"a"', undefined]);
  });

  it("is not requested without a key", async () => {
    const { update } = eiaFolder();
    await expect(update()).rejects.toThrow(
      /needs an API key {2}get one at https:\/\/www\.eia\.gov\/opendata\/register\.php .*EIA_API_KEY/,
    );
    expect(server.requests).toEqual([]);
  });

  it.each<[string, Responder, RegExp]>([
    ["a wrong key", status(403), /responds with 403 {2}check the key/],
    ["a response that is not JSON", text(`${KEY} is not known`), /is not JSON, but starts with `… is not known`/],
    ["JSON of another format", text('{"response":{"rows":[]}}'), /is JSON of another format, as response\.total shows/],
    ["another series", text(eiaJson(EIA_BRENT, { series: "RWTC" })), /has figures of RWTC beside those of RBRTE/],
    ["figures that are announced but missing", text(eiaJson({}, { total: 7 })), /has no figures/],
    ["more figures than there can be", text(eiaJson(EIA_BRENT, { total: 1e9 })), /has 1000000000 figures/],
    ["a missing figure", text(eiaJson({ ...EIA_BRENT, "2026-05": null })), /no longer has a figure for 2026-05/],
  ])("fails with %s, without revealing the key", async (_, answer, message) => {
    const { update, rootTree } = eiaFolder();
    server.respondTo("RBRTE", answer);
    const error = await update({ keys }).catch((thrown: Error) => thrown);
    expect(String(error)).toMatch(message);
    expect(String(error)).toContain("/v2/petroleum/pri/spt/data/?api_key=…&frequency=monthly");
    for (const [path, bytes] of rootTree()) expect(bytes.toString(), path).not.toContain("secret");
    expect(String(error)).not.toContain("secret");
  });

  it("leaves its key neither in the figures nor in the cache", async () => {
    const { update, rootTree } = eiaFolder();
    server.respondTo("RBRTE", text(eiaJson(EIA_BRENT), { etag: '"a"' }));
    await update({ keys });
    expect([...rootTree().keys()]).toContain(".cache/markets/brent.json");
    for (const [path, bytes] of rootTree()) expect(bytes.toString(), path).not.toContain("secret");
  });
});

describe("the ECB", () => {
  it("has the dollars per euro", async () => {
    const { update, figures } = marketsFolder(server, {
      euro: { fetch: "{ from: ecb, code: EXR.M.USD.EUR.SP00.A }", csv: "date,value\n2024-01,1.0905\n" },
    });
    const row = (month: string, value: string) =>
      `EXR.M.USD.EUR.SP00.A,M,USD,EUR,SP00,A,${month},${value},A,"ECB reference exchange rate, US dollar/Euro"\n`;
    const header = "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TITLE_COMPL\n";
    server.respondTo(
      "M.USD.EUR.SP00.A",
      text(header + row("2024-01", "1.0905") + row("2024-02", "1.0795") + row("2024-03", "1.0872")),
    );
    await update();
    expect(figures("euro")).toBe("date,value\n2024-01,1.0905\n2024-02,1.0795\n2024-03,1.0872\n");
    expect(server.requests[0]?.url.pathname).toBe("/service/data/EXR/M.USD.EUR.SP00.A");
    expect(server.requests[0]?.url.search).toBe("?format=csvdata");
  });
});
