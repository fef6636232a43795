import type { GeoContext } from "d3-geo";
import { round } from "../../src/node/media/social-cards/svg.ts";

type Point = readonly [x: number, y: number];

/**
 * Receives projected outlines and writes path data with fewer points: one closer to the last than `stepUnits` adds nothing
 * at the size the picture is shown. Rings that shrink to less than a triangle are left out. Holds the ring being drawn.
 */
export class ThinnedPath implements GeoContext {
  readonly #stepUnits: number;
  #points: Point[] = [];
  #written = "";

  constructor(stepUnits: number) {
    this.#stepUnits = stepUnits;
  }

  /** The path data so far. */
  get data(): string {
    this.#flush(false);
    return this.#written;
  }

  beginPath(): void {
    this.#written = "";
  }

  moveTo(x: number, y: number): void {
    this.#flush(false);
    this.#points = [[x, y]];
  }

  lineTo(x: number, y: number): void {
    this.#points.push([x, y]);
  }

  closePath(): void {
    this.#flush(true);
  }

  arc(): void {
    throw new Error("Only points are drawn as arcs, and maps draw their points themselves.");
  }

  #flush(closed: boolean): void {
    const points = thin(this.#points, this.#stepUnits, closed);
    this.#points = [];
    if (points.length < (closed ? 3 : 2)) return;
    this.#written += write(points) + (closed ? "Z" : "");
  }
}

/** A line keeps both its ends, so that borders go on meeting where they met. */
function thin(points: readonly Point[], stepUnits: number, closed: boolean): Point[] {
  const kept: Point[] = [];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1);
    const isEnd = !closed && index === points.length - 1;
    if (last === undefined || isEnd || Math.hypot(point[0] - last[0], point[1] - last[1]) >= stepUnits) kept.push(point);
  }
  return kept;
}

/** Relative steps between rounded points: shorter than absolute ones, and rounding does not add up. */
function write(points: readonly Point[]): string {
  let [fromX, fromY] = [0, 0];
  return points
    .map(([x, y], index) => {
      const [toX, toY] = [Math.round(x * 10), Math.round(y * 10)];
      const step = `${round((toX - fromX) / 10)} ${round((toY - fromY) / 10)}`;
      [fromX, fromY] = [toX, toY];
      return index === 0 ? `M${step}l` : step;
    })
    .join(" ")
    .replaceAll("l ", "l")
    .replaceAll(" -", "-");
}
