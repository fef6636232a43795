import type { GeoContext } from "d3-geo";
import { round } from "../../src/node/media/social-cards/svg.ts";

type Point = readonly [x: number, y: number];

/**
 * A d3-geo context that writes simplified path data (radial distance simplification): drops points closer than `stepUnits`
 * to the last one, and rings that collapse to fewer than three points.
 */
export class SimplifiedPath implements GeoContext {
  readonly #stepUnits: number;
  #points: Point[] = [];
  #data = "";

  constructor(stepUnits: number) {
    this.#stepUnits = stepUnits;
  }

  /** The path data so far. */
  get data(): string {
    this.#flush(false);
    return this.#data;
  }

  beginPath(): void {
    this.#data = "";
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
    throw new Error("Arcs are not supported: d3-geo draws them only for points.");
  }

  #flush(closed: boolean): void {
    const points = simplify(this.#points, this.#stepUnits, closed);
    this.#points = [];
    if (points.length < (closed ? 3 : 2)) return;
    this.#data += pathData(points) + (closed ? "Z" : "");
  }
}

/** A line keeps both ends, so that borders still meet. */
function simplify(points: readonly Point[], stepUnits: number, closed: boolean): Point[] {
  const result: Point[] = [];
  for (const [index, point] of points.entries()) {
    const last = result.at(-1);
    const isEnd = !closed && index === points.length - 1;
    if (last === undefined || isEnd || Math.hypot(point[0] - last[0], point[1] - last[1]) >= stepUnits) result.push(point);
  }
  return result;
}

/** Relative coordinates between rounded points: shorter than absolute ones, and rounding errors do not accumulate. */
function pathData(points: readonly Point[]): string {
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
