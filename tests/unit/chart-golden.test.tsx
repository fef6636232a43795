import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "preact-render-to-string";
import { expect, it } from "vitest";
import { Chart } from "../../_includes/components/chart/Chart.tsx";
import type { ChartRequest } from "../../src/markets/chart/chart-request.ts";
import { LANGUAGE, sampleRequest, wanderingSeries } from "./chart-sample.ts";
import { sampleSeries } from "./sample-series.ts";

/**
 * Snapshot tests: each chart must be drawn as in `fixtures/charts`. If it is not, the new output is written beside it as
 * `NAME.received.html`. To accept it after a review:
 *
 *     ACCEPT_CHARTS=1 npx vitest run --config tests/vitest.config.ts unit/chart-golden
 */
const accepting = process.env.ACCEPT_CHARTS === "1";
const FIXTURES = join(import.meta.dirname, "../fixtures/charts");

const brent = sampleSeries({
  "2025-09": 67.99,
  "2025-10": 64.54,
  "2025-11": 63.8,
  "2025-12": 62.54,
  "2026-01": 66.6,
  "2026-02": 70.89,
  "2026-03": 103.13,
  "2026-04": 117.29,
  "2026-05": 107.14,
  "2026-06": 85.4,
});
const prices = sampleSeries(
  { "2025-08": 323.976, "2025-09": 324.8, "2025-10": undefined, "2025-11": 324.122, "2025-12": 324.054, "2026-01": 325.252 },
  { name: "US consumer prices", unit: "index, 1982–84 = 100", decimals: 3, rise: "bad" },
);
const pound = wanderingSeries("2024-06", 24, { name: "Pound sterling", unit: "pounds per US dollar", seed: 3 });
const franc = wanderingSeries("2024-06", 24, { name: "Swiss franc", unit: "Swiss francs per US dollar", seed: 4 });

const CHARTS: Readonly<Record<string, ChartRequest>> = {
  line: sampleRequest([brent], { title: "Brent crude oil", note: "Spot price, average of a month." }),
  area: sampleRequest([brent], { title: "Brent crude oil", type: "area" }),
  bars: sampleRequest([prices], { title: "US consumer prices", type: "bars" }),
  gap: sampleRequest([prices], { title: "US consumer prices" }),
  "rebased-pair": sampleRequest([pound, franc], { title: "The pound and the franc", rebase: true }),
  annotations: sampleRequest([brent], {
    title: "Brent crude oil",
    annotations: [
      { date: "2026-03", text: "the strait closes" },
      { date: "2026-05", text: "the strait opens" },
    ],
  }),
  "ten-thousand-days": sampleRequest([wanderingSeries("1999-07-01", 10_000, { frequency: "daily" })], { title: "Every day" }),
};

it.each(Object.entries(CHARTS))("%s: matches its snapshot", (name, request) => {
  const [expected, received] = [join(FIXTURES, `${name}.html`), join(FIXTURES, `${name}.received.html`)];
  const drawn = `${render(<Chart request={request} language={LANGUAGE} id="chart" />).replaceAll("><", ">\n<")}\n`;
  rmSync(received, { force: true });
  const wanted = existsSync(expected) ? readFileSync(expected, "utf8") : "";
  if (drawn === wanted) return;
  writeFileSync(accepting ? expected : received, drawn);
  if (!accepting) expect.fail(`compare ${received} with ${expected}`);
});
