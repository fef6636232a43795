import { type GeoProjection, geoConicConformal, geoEqualEarth, geoMercator } from "d3-geo";
import type { MultiPolygon } from "geojson";
import { FRAME } from "./palette.ts";

export type Position = readonly [longitude: number, latitude: number];

/** Outlines extend beyond the frame, so that clipped edges do not look like coasts or borders. */
const BLEED = 24;

const PROJECTIONS = {
  /** For regions of a few hundred kilometres. */
  region: () => geoMercator(),
  europe: () => geoConicConformal().parallels([42, 62]).rotate([-14, 0]),
  world: () => geoEqualEarth().rotate([-20, 0]),
} as const satisfies Record<string, () => GeoProjection>;

export type ProjectionName = keyof typeof PROJECTIONS;

/** A projection that fits `corners` into the frame and fills it; two sides may show more. */
export function projectionFor(name: ProjectionName, corners: readonly Position[]): GeoProjection {
  const { width, height } = FRAME;
  return PROJECTIONS[name]()
    .precision(0.3)
    .fitExtent(
      [
        [0, 0],
        [width, height],
      ],
      { type: "MultiPoint", coordinates: corners.map(([longitude, latitude]) => [longitude, latitude]) },
    )
    .clipExtent([
      [-BLEED, -BLEED],
      [width + BLEED, height + BLEED],
    ]);
}

/**
 * Projects a position into the picture.
 *
 * @throws Error if it is outside the frame, where its label would be lost
 */
export function pointInFrame(projection: GeoProjection, [longitude, latitude]: Position): [x: number, y: number] {
  const point = projection([longitude, latitude]);
  const inside = point !== null && point[0] >= 0 && point[0] <= FRAME.width && point[1] >= 0 && point[1] <= FRAME.height;
  if (!inside) throw new Error(`${longitude}, ${latitude} lies outside the map; widen its corners.`);
  return point;
}

/**
 * Removes land far outside the frame. On a close map, d3-geo may otherwise take a distant tiny island for its complement,
 * which would cover the sea.
 */
export function nearFrame(land: MultiPolygon, projection: GeoProjection): MultiPolygon {
  const { width, height } = FRAME;
  const isNear = ([longitude = 0, latitude = 0]: readonly number[]): boolean => {
    const [x, y] = projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
    return x > -width && x < 2 * width && y > -height && y < 2 * height;
  };
  return { type: "MultiPolygon", coordinates: land.coordinates.filter(([outer = []]) => outer.some(isNear)) };
}
