import { formatReadout } from "../../markets/chart/value-format.ts";
import { pageLanguage } from "../page-language.ts";
import { type ChartData, parseChartData } from "./chart-data.ts";
import { Crosshair } from "./crosshair.ts";

/** Periods that each key moves by, given their count. Up is later, as in every slider (ARIA Authoring Practices). */
const STEPS: Readonly<Record<string, (count: number) => number>> = {
  ArrowRight: () => 1,
  ArrowUp: () => 1,
  ArrowLeft: () => -1,
  ArrowDown: () => -1,
  PageUp: (count) => Math.ceil(count / 10),
  PageDown: (count) => -Math.ceil(count / 10),
  Home: (count) => -count,
  End: (count) => count,
};

/**
 * Reads out single figures of a chart by pointer, touch and keyboard. For assistive technology it is a slider, whose value
 * is announced once a step, and only when it is moved.
 */
export class MarketChart extends HTMLElement {
  #data: ChartData | undefined;
  #crosshair: Crosshair | undefined;
  #slider = document.createElement("div");
  #readout = document.createElement("p");
  #current = 0;

  connectedCallback(): void {
    const drawing = this.querySelector("svg");
    if (this.#data || !drawing) return;
    this.#data = parseChartData(this.dataset);
    const { points, format } = this.#data;
    this.#crosshair = new Crosshair(drawing, format.plot, format.type !== "bars");
    this.#slider.className = "chart-slider";
    this.#readout.className = "chart-reading";
    this.#readout.ariaHidden = "true";
    this.#readout.hidden = true;
    this.#setUpSlider(points.length);
    this.append(this.#slider, this.#readout);
    this.#goTo(points.length - 1);
  }

  #setUpSlider(count: number): void {
    const slider = this.#slider;
    slider.role = "slider";
    slider.tabIndex = 0;
    slider.ariaLabel = `Figures: ${this.dataset.title}`;
    slider.ariaValueMin = "1";
    slider.ariaValueMax = String(count);
    slider.addEventListener("keydown", (event) => this.#onKey(event));
    slider.addEventListener("focus", () => this.#show());
    slider.addEventListener("blur", () => this.#hide());
    for (const name of ["pointermove", "pointerdown"] as const) slider.addEventListener(name, (event) => this.#onPointer(event));
    // Lifting a finger also fires this, but the readout should stay.
    slider.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && this.#hide());
  }

  #onKey(event: KeyboardEvent): void {
    const count = this.#data?.points.length ?? 0;
    const step = STEPS[event.key]?.(count);
    if (event.key === "Escape") this.#hide();
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#goTo(Math.min(count - 1, Math.max(0, this.#current + step)));
    this.#show();
  }

  #onPointer({ clientX }: PointerEvent): void {
    // The nested SVG is the plot.
    const { left = 0, width = 1 } = this.querySelector("svg svg")?.getBoundingClientRect() ?? {};
    const percent = ((clientX - left) / width) * 100;
    const distances = (this.#data?.points ?? []).map(({ xPercent }) => Math.abs(xPercent - percent));
    this.#goTo(distances.indexOf(Math.min(...distances)));
    this.#show();
  }

  #goTo(index: number): void {
    const point = this.#data?.points[index];
    if (!this.#data || !point) return;
    const { names, format } = this.#data;
    this.#current = index;
    const text = formatReadout({ ...point, frequency: format.frequency, names }, format, pageLanguage);
    this.#slider.ariaValueNow = String(index + 1);
    this.#slider.ariaValueText = text;
    this.#readout.textContent = text;
  }

  #show(): void {
    const point = this.#data?.points[this.#current];
    if (!point) return;
    this.#crosshair?.show(point);
    this.#readout.hidden = false;
    // On the other side of the pointer.
    this.#readout.dataset.side = point.xPercent < 50 ? "end" : "start";
  }

  #hide(): void {
    this.#crosshair?.hide();
    this.#readout.hidden = true;
  }
}
