import type { Locator, Page } from "playwright-core";

/** The visible chart of a page. */
export function shownChart(page: Page): Locator {
  return page.locator("figure.chart").filter({ visible: true });
}

interface WordBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The labels of the visible chart and their boxes in px. */
export async function wordBoxes(page: Page): Promise<readonly WordBox[]> {
  return shownChart(page)
    .locator("svg text")
    .evaluateAll((texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { text: text.textContent ?? "", left, right, top, bottom };
      }),
    );
}

/** Boxes may overlap by the space above capitals and below baselines. */
const SHARED_PX = 4;

/** The pairs of labels that overlap. */
export function overlapping(boxes: readonly WordBox[]): readonly string[] {
  const touch = (a: WordBox, b: WordBox): boolean =>
    a.left < b.right && b.left < a.right && a.top + SHARED_PX < b.bottom && b.top + SHARED_PX < a.bottom;
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => touch(a, b))
      .map((b) => `${a.text} / ${b.text}`),
  );
}

/** The contrast ratios of the chart’s labels and lines to the background (WCAG 2.2). */
export async function contrasts(page: Page): Promise<{ readonly words: readonly number[]; readonly shapes: readonly number[] }> {
  const colours = await shownChart(page).evaluate((chart) => {
    const of = (selector: string, property: "fill" | "stroke") =>
      [...chart.querySelectorAll(selector)].map((element) => getComputedStyle(element)[property]);
    const paper = getComputedStyle(document.body).backgroundColor;
    return { paper, words: of("svg text", "fill"), shapes: [...of(".chart-line", "stroke"), ...of(".chart-end", "fill")] };
  });
  const against = (colour: string): number => {
    const [a, b] = [luminance(colour), luminance(colours.paper)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  return { words: colours.words.map(against), shapes: colours.shapes.map(against) };
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
