import type { ChartDrawing } from "./line-chart.ts";
import { PALETTE } from "./palette.ts";

function single(series: string, to: string, unit: string, description: string): ChartDrawing {
  return { lines: [{ series, colour: PALETTE.accent, textColour: PALETTE.accent }], from: "2023-06", to, unit, description };
}

/** Every chart by its file name. Each ends with the last month known when its story was published. */
export const CHARTS: Readonly<Record<string, ChartDrawing>> = {
  brent: single("brent", "2026-06", "US dollars a barrel", "Europe Brent spot price, monthly average"),
  "henry-hub": {
    ...single("henry-hub", "2026-01", "US dollars per million Btu", "Henry Hub natural gas spot price, monthly average"),
    fromZero: true,
  },
  "euro-dollar": single("eur", "2025-09", "Euros per US dollar", "Monthly average; a falling line means a dearer euro"),
  "dollar-yen": single("jpy", "2026-06", "Yen per US dollar", "Monthly average; a rising line means a cheaper yen"),
  "dollar-yuan": single("cny", "2026-01", "Yuan per US dollar", "Monthly average; a falling line means a dearer yuan"),
  "dollar-rupee": single("inr", "2026-05", "Rupees per US dollar", "Monthly average; a rising line means a cheaper rupee"),
  "dollar-won": single("krw", "2026-06", "Won per US dollar", "Monthly average; a rising line means a cheaper won"),
  "treasury-ten-year": single(
    "us10y",
    "2026-02",
    "Per cent a year",
    "Ten-year US Treasury yield, constant maturity, monthly average",
  ),
  "sterling-and-franc": {
    lines: [
      { series: "gbp", colour: PALETTE.accent, textColour: PALETTE.accent, name: "Pounds" },
      { series: "chf", colour: PALETTE.ochre, textColour: PALETTE.umber, name: "Swiss francs" },
    ],
    from: "2023-06",
    to: "2025-07",
    unit: "Units per US dollar, June 2023 = 100",
    description: "Monthly average; a falling line means a dearer currency",
    rebased: true,
  },
  "us-cpi-gap": {
    ...single("us-cpi", "2025-11", "Index, 1982–84 = 100", "US consumer prices, all urban consumers, not seasonally adjusted"),
    from: "2024-06",
    gapNote: "October 2025: not published",
  },
};
