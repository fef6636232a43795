import type { ChartPoint } from "./chart-data.ts";

const SVG = "http://www.w3.org/2000/svg";
const RADIUS_PX = 4;

/** A vertical line at one period of a chart, with a dot on each line that has a figure there. */
export class Crosshair {
  readonly #group = svgElement("g", { class: "chart-cursor" });
  readonly #plot: readonly [number, number];
  readonly #hasDots: boolean;

  /** @param plot the top and bottom of the plot in the drawing, in px */
  constructor(drawing: Element, plot: readonly [number, number], hasDots: boolean) {
    this.#plot = plot;
    this.#hasDots = hasDots;
    // Below the labels, which stay readable.
    drawing.insertBefore(this.#group, drawing.querySelector("text"));
  }

  show({ xPercent, ysPx }: ChartPoint): void {
    const [x, [y1, y2]] = [`${xPercent}%`, this.#plot];
    const dots = this.#hasDots ? [...ysPx.entries()] : [];
    this.#group.replaceChildren(
      svgElement("line", { x1: x, x2: x, y1, y2 }),
      ...dots.flatMap(([line, cy]) => {
        return cy === undefined ? [] : svgElement("circle", { class: `chart-end series-${line + 1}`, cx: x, cy, r: RADIUS_PX });
      }),
    );
  }

  hide(): void {
    this.#group.replaceChildren();
  }
}

function svgElement(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
