import { readingWords } from "../../markets/chart/figure-words.ts";
import { type ChartData, chartData } from "./chart-data.ts";
import { Crosshair } from "./crosshair.ts";

/** How far each key leads, of so many periods. Up is later, as in every slider (ARIA Authoring Practices). */
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
 * A drawn chart that tells single figures: by pointer, by touch, and by keys. To assistive technology it has a slider
 * beside the picture, whose value is told once a step, and only to those who move it.
 */
export class MarketChart extends HTMLElement {
  #data: ChartData | undefined;
  #crosshair: Crosshair | undefined;
  #slider = document.createElement("div");
  #reading = document.createElement("p");
  #current = 0;

  connectedCallback(): void {
    const drawing = this.querySelector("svg");
    if (this.#data || !drawing) return;
    this.#data = chartData(this.dataset);
    const { points, words } = this.#data;
    this.#crosshair = new Crosshair(drawing, words.plot, words.type !== "bars");
    this.#slider.className = "chart-slider";
    this.#reading.className = "chart-reading";
    this.#reading.ariaHidden = "true";
    this.#reading.hidden = true;
    this.#setUpSlider(points.length);
    this.append(this.#slider, this.#reading);
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
    // A finger that is lifted leaves too, but its reader wants to read.
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
    // The drawing within the drawing is the plot.
    const { left = 0, width = 1 } = this.querySelector("svg svg")?.getBoundingClientRect() ?? {};
    const percent = ((clientX - left) / width) * 100;
    const distances = (this.#data?.points ?? []).map(({ xPercent }) => Math.abs(xPercent - percent));
    this.#goTo(distances.indexOf(Math.min(...distances)));
    this.#show();
  }

  #goTo(index: number): void {
    const point = this.#data?.points[index];
    if (!this.#data || !point) return;
    const { names, words } = this.#data;
    this.#current = index;
    const told = readingWords({ ...point, frequency: words.frequency, names }, words, document.documentElement.lang);
    this.#slider.ariaValueNow = String(index + 1);
    this.#slider.ariaValueText = told;
    this.#reading.textContent = told;
  }

  #show(): void {
    const point = this.#data?.points[this.#current];
    if (!point) return;
    this.#crosshair?.show(point);
    this.#reading.hidden = false;
    // Away from what is pointed at.
    this.#reading.dataset.side = point.xPercent < 50 ? "end" : "start";
  }

  #hide(): void {
    this.#crosshair?.hide();
    this.#reading.hidden = true;
  }
}
