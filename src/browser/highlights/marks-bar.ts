import type { MarkedPlace } from "./marked-places.ts";

/**
 * A line that says what is marked, leads from place to place, and takes the marks away. Its buttons keep the focus while
 * the page moves beneath, so that the next press leads on; its status tells where the reader has come to.
 *
 * @param onClear told the place that the reader has come to, if to any
 */
export function marksBar(places: readonly MarkedPlace[], onClear: (current: MarkedPlace | undefined) => void): HTMLElement {
  const bar = element("div", "marks");
  const status = element("p", "marks-status");
  const words = writtenWords(places).join(", ");
  let current: number | undefined;

  const step = (by: 1 | -1): void => {
    if (current !== undefined) setCurrent(places[current], false);
    current = ((current ?? standpoint(places, by)) + by + places.length) % places.length;
    setCurrent(places[current], true);
    status.textContent = `${current + 1} of ${places.length} marked: ${words}`;
  };
  const clear = (): void => onClear(current === undefined ? undefined : places[current]);

  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Marked words");
  status.setAttribute("role", "status");
  status.textContent = `${places.length === 1 ? "1 place" : `${places.length} places`} marked: ${words}`;
  bar.append(
    status,
    button("Previous", "Previous mark", () => step(-1)),
    button("Next", "Next mark", () => step(1)),
    button("Clear marks", "Clear marks", clear),
  );
  return bar;
}

/** The words that are marked, each as the story first writes it. */
function writtenWords(places: readonly MarkedPlace[]): readonly string[] {
  const written = new Map<string, string>();
  for (const { word, marks } of places) {
    if (!written.has(word)) written.set(word, marks.map(({ textContent }) => textContent).join(""));
  }
  return [...written.values()];
}

/** The place from which a first step leads to the nearest one below the window's upper edge, or above it. */
function standpoint(places: readonly MarkedPlace[], by: 1 | -1): number {
  const below = places.findIndex(({ marks: [mark] }) => mark && mark.getBoundingClientRect().top >= 0);
  const next = below === -1 ? places.length : below;
  return by === 1 ? next - 1 : next;
}

function setCurrent(place: MarkedPlace | undefined, isCurrent: boolean): void {
  for (const mark of place?.marks ?? []) {
    if (isCurrent) mark.setAttribute("aria-current", "true");
    else mark.removeAttribute("aria-current");
  }
  if (isCurrent) place?.marks[0]?.scrollIntoView({ block: "center" });
}

function button(text: string, name: string, onClick: () => void): HTMLButtonElement {
  const made = element("button", "marks-button");
  made.type = "button";
  made.textContent = text;
  if (name !== text) made.setAttribute("aria-label", name);
  made.addEventListener("click", onClick);
  return made;
}

function element<Name extends "div" | "p" | "button">(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
