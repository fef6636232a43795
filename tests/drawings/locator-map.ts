import { type GeoPermissibleObjects, geoPath } from "d3-geo";
import { element } from "../../src/node/media/social-cards/svg.ts";
import { type Atlas, bordersOf, landOf } from "./atlas.ts";
import { Lettering, type Typeface } from "./lettering.ts";
import { drawLabel, type MapLabel } from "./map-labels.ts";
import { nearFrame, type Position, type ProjectionName, projectionFor } from "./map-projection.ts";
import { PALETTE } from "./palette.ts";
import { picture } from "./shapes.ts";
import { SimplifiedPath } from "./simplified-path.ts";

type Detail = "10m" | "50m" | "110m";
export type Atlases = Readonly<Record<Detail, Atlas>>;

export interface MapDrawing {
  readonly projection: ProjectionName;
  readonly detail: Detail;
  /** Positions that the frame is fitted to. */
  readonly corners: readonly Position[];
  /** The highlighted countries, by Natural Earth's names. */
  readonly focus: readonly string[];
  readonly colours: { readonly focus: string; readonly land: string; readonly border: string };
  /** The minimum distance between points of an outline, in the picture's units. */
  readonly stepUnits: number;
  /** Simplified outlines of inland waters, which the atlas lacks. */
  readonly lakes?: readonly (readonly Position[])[];
  readonly labels: readonly MapLabel[];
}

/**
 * A map with few names.
 *
 * @throws Error for an unknown country or a label outside the frame
 */
export function drawLocatorMap(map: MapDrawing, atlases: Atlases, typeface: Typeface): string {
  const atlas = atlases[map.detail];
  const projection = projectionFor(map.projection, map.corners);
  const lettering = new Lettering(typeface);
  const outline = (shape: GeoPermissibleObjects, stepUnits = map.stepUnits): string => {
    const path = new SimplifiedPath(stepUnits);
    geoPath(projection, path)(shape);
    return path.data;
  };
  // A stroke in the same colour closes the slivers that simplification opens between the two areas.
  const area = (d: string, fill: string): string =>
    element("path", { d, fill, stroke: fill, "stroke-width": 2, "stroke-linejoin": "round" });
  const labels = map.labels.map((label) => drawLabel(label, projection, lettering));
  return picture(
    PALETTE.water,
    lettering.definitions(),
    area(outline(nearFrame(landOf(atlas, map.focus, false), projection)), map.colours.land),
    area(outline(nearFrame(landOf(atlas, map.focus, true), projection)), map.colours.focus),
    element("path", {
      d: outline(bordersOf(atlas)),
      fill: "none",
      stroke: map.colours.border,
      "stroke-width": 3,
      "stroke-linejoin": "round",
    }),
    ...(map.lakes ?? []).map((lake) =>
      element("path", {
        d: `${outline({ type: "LineString", coordinates: [...lake, ...lake.slice(0, 1)].map(([x, y]) => [x, y]) }, 0)}Z`,
        fill: PALETTE.water,
        stroke: PALETTE.deep,
        "stroke-width": 2,
      }),
    ),
    ...labels,
  );
}
