import { element } from "../../src/node/media/social-cards/svg.ts";
import { FRAME } from "./palette.ts";

export type Point = readonly [x: number, y: number];

export function box(x: number, y: number, width: number, height: number, fill: string, cornerRadius?: number): string {
  return element("rect", { x, y, width, height, rx: cornerRadius, fill });
}

export function disc(cx: number, cy: number, r: number, fill: string): string {
  return element("circle", { cx, cy, r, fill });
}

export function ring(cx: number, cy: number, r: number, stroke: string, width: number, fill = "none"): string {
  return element("circle", { cx, cy, r, fill, stroke, "stroke-width": width });
}

export function area(d: string, fill: string): string {
  return element("path", { d, fill });
}

export function stroke(
  d: string,
  colour: string,
  width: number,
  extra: { readonly dash?: string; readonly cap?: "round" | "butt" } = {},
): string {
  return element("path", {
    d,
    fill: "none",
    stroke: colour,
    "stroke-width": width,
    "stroke-linecap": extra.cap,
    "stroke-linejoin": "round",
    "stroke-dasharray": extra.dash,
  });
}

/** A point on a circle; degrees run clockwise from twelve o'clock. */
export function onCircle(cx: number, cy: number, r: number, degrees: number): Point {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
}

/** Path data through points. */
export function through(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
}

/** Path data of a clockwise arc between two angles, in degrees as for `onCircle`. */
export function arc(cx: number, cy: number, r: number, fromDegrees: number, toDegrees: number): string {
  const [x0, y0] = onCircle(cx, cy, r, fromDegrees);
  const [x1, y1] = onCircle(cx, cy, r, toDegrees);
  const large = toDegrees - fromDegrees > 180 ? 1 : 0;
  return `M${x0.toFixed(1)} ${y0.toFixed(1)}A${r} ${r} 0 ${large} 1 ${x1.toFixed(1)} ${y1.toFixed(1)}`;
}

/** 0, 1, 2 … up to `count`. */
export function steps(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The SVG of a picture. Its background fills the frame, so that it fits light and dark pages. */
export function picture(ground: string, ...children: readonly string[]): string {
  const { width, height } = FRAME;
  const body = [element("rect", { width, height, fill: ground }), ...children].filter((child) => child !== "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">\n${body.join("\n")}\n</svg>\n`;
}
