import type { Series } from "../../src/markets/series.ts";
import { CHARTS } from "./charts.ts";
import { drawContainerStack } from "./container-stack.ts";
import { drawCouncilChamber } from "./council-chamber.ts";
import { drawIsinAnatomy } from "./isin-anatomy.ts";
import type { Typeface } from "./lettering.ts";
import { drawLineChart } from "./line-chart.ts";
import { type Atlases, drawLocatorMap } from "./locator-map.ts";
import { MAPS } from "./maps.ts";
import { drawMicrochip } from "./microchip.ts";
import { drawRatingLadder } from "./rating-ladder.ts";
import { drawTradingClock } from "./trading-clock.ts";
import { drawYieldCurveShapes } from "./yield-curve-shapes.ts";

/** The input of all drawings, read once. */
export interface Material {
  readonly typeface: Typeface;
  readonly figures: ReadonlyMap<string, Series>;
  readonly atlases: Atlases;
}

/** Illustrations with repeated shapes or text. The others in `src/content/pictures` are edited by hand. */
const ILLUSTRATIONS: Readonly<Record<string, (typeface: Typeface) => string>> = {
  "container-stack": drawContainerStack,
  "council-chamber": drawCouncilChamber,
  "isin-anatomy": drawIsinAnatomy,
  microchip: drawMicrochip,
  "rating-ladder": drawRatingLadder,
  "trading-clock": drawTradingClock,
  "yield-curve-shapes": drawYieldCurveShapes,
};

/** Every picture by file name without extension. Deterministic: the same input gives the same bytes. */
export function drawAll({ typeface, figures, atlases }: Material): Map<string, string> {
  return new Map([
    ...Object.entries(CHARTS).map(([name, chart]) => [name, drawLineChart(chart, figures, typeface)] as const),
    ...Object.entries(MAPS).map(([name, map]) => [name, drawLocatorMap(map, atlases, typeface)] as const),
    ...Object.entries(ILLUSTRATIONS).map(([name, draw]) => [name, draw(typeface)] as const),
  ]);
}
