import type { GeoProjection } from "d3-geo";
import { element, round } from "../../src/node/media/social-cards/svg.ts";
import type { Lettering, TextStyle } from "./lettering.ts";
import { type Position, pointInFrame } from "./map-projection.ts";
import { PALETTE } from "./palette.ts";

export interface MapLabel {
  readonly kind: keyof typeof STYLES;
  /** One line of the label each. */
  readonly text: readonly string[];
  readonly at: Position;
  /** From the position to the first line's baseline, in the picture's units. */
  readonly offset?: readonly [dx: number, dy: number];
  readonly anchor?: "start" | "middle" | "end";
}

type LabelStyle = Omit<TextStyle, "x" | "y" | "anchor"> & { readonly mark?: "dot" | "ring" | "point" };

const LINE_HEIGHT = 1.12;

const STYLES = {
  country: { size: 50, weight: "semibold" },
  neighbour: { size: 38, fill: PALETTE.quiet },
  city: { size: 40, halo: PALETTE.paper, mark: "dot" },
  coastalCity: { size: 40, mark: "dot" },
  region: { size: 44, weight: "semibold", fill: PALETTE.umber, halo: PALETTE.paper },
  pointedRegion: { size: 42, weight: "semibold", fill: PALETTE.umber, mark: "point" },
  water: { size: 38, fill: PALETTE.deep },
  passage: { size: 42, weight: "semibold", mark: "ring" },
  legend: { size: 50, weight: "semibold", fill: PALETTE.accent },
} as const satisfies Record<string, LabelStyle>;

/** A marker, its name, and a leader line between them if the name is apart. */
export function drawLabel(label: MapLabel, projection: GeoProjection, lettering: Lettering): string {
  const { mark, ...style }: LabelStyle = STYLES[label.kind];
  const [x, y] = pointInFrame(projection, label.at);
  const [dx, dy] = label.offset ?? [0, 0];
  const anchor = label.anchor ?? "middle";
  const lines = label.text.map((line, index) =>
    lettering.write(line, { ...style, x: x + dx, y: y + dy + index * style.size * LINE_HEIGHT, anchor }),
  );
  return (mark === "ring" || mark === "point" ? leader(x, y, dx, dy, anchor) : "") + drawMark(mark, x, y) + lines.join("");
}

function drawMark(mark: LabelStyle["mark"], x: number, y: number): string {
  if (mark === "dot")
    return element("circle", { cx: x, cy: y, r: 11, fill: PALETTE.ink, stroke: PALETTE.paper, "stroke-width": 4 });
  if (mark === "ring")
    return element("circle", { cx: x, cy: y, r: 16, fill: PALETTE.ochre, stroke: PALETTE.ink, "stroke-width": 6 });
  if (mark === "point") return element("circle", { cx: x, cy: y, r: 8, fill: PALETTE.umber });
  return "";
}

/** From a marker to the near end of its name. */
function leader(x: number, y: number, dx: number, dy: number, anchor: "start" | "middle" | "end"): string {
  const gap = { start: -12, middle: 0, end: 12 }[anchor];
  const toY = anchor === "middle" ? dy + (dy > 0 ? -42 : 14) : dy - 14;
  return element("path", {
    d: `M${round(x)} ${round(y)}l${round(dx + gap)} ${round(toY)}`,
    stroke: PALETTE.ink,
    "stroke-width": 4,
  });
}
