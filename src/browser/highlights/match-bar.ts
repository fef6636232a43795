import type { Highlight } from "./highlight-text.ts";

/**
 * A toolbar that shows the matches, steps through them, and clears them. Its buttons keep the focus while the page scrolls,
 * so that pressing one again steps on; its live region announces the current match.
 *
 * @param onClear called with the current match, if any
 */
export function matchBar(matches: readonly Highlight[], onClear: (current: Highlight | undefined) => void): HTMLElement {
  const bar = element("div", "marks");
  const status = element("p", "marks-status");
  const words = matchedWords(matches)
    .map((word) => `“${word}”`)
    .join(", ");
  let current: number | undefined;

  const step = (by: 1 | -1): void => {
    if (current !== undefined) setCurrent(matches[current], false);
    current = ((current ?? startIndex(matches, by)) + by + matches.length) % matches.length;
    setCurrent(matches[current], true);
    status.textContent = `Match ${current + 1} of ${matches.length} for ${words}`;
  };
  const clear = (): void => onClear(current === undefined ? undefined : matches[current]);

  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Highlights");
  status.setAttribute("role", "status");
  status.textContent = `${matches.length === 1 ? "1 match" : `${matches.length} matches`} for ${words}`;
  bar.append(
    status,
    button("Previous", "Previous match", () => step(-1)),
    button("Next", "Next match", () => step(1)),
    button("Clear", "Clear highlights", clear),
  );
  return bar;
}

/** The distinct matched words, spelled as in their first match. */
function matchedWords(matches: readonly Highlight[]): readonly string[] {
  const spellings = new Map<string, string>();
  for (const { word, marks } of matches) {
    if (!spellings.has(word)) spellings.set(word, marks.map(({ textContent }) => textContent).join(""));
  }
  return [...spellings.values()];
}

/** The index from which the first step leads to the nearest match below the top of the window, or above it. */
function startIndex(matches: readonly Highlight[], by: 1 | -1): number {
  const below = matches.findIndex(({ marks: [mark] }) => mark && mark.getBoundingClientRect().top >= 0);
  const next = below === -1 ? matches.length : below;
  return by === 1 ? next - 1 : next;
}

function setCurrent(match: Highlight | undefined, isCurrent: boolean): void {
  for (const mark of match?.marks ?? []) {
    if (isCurrent) mark.setAttribute("aria-current", "true");
    else mark.removeAttribute("aria-current");
  }
  if (isCurrent) match?.marks[0]?.scrollIntoView({ block: "center" });
}

function button(text: string, name: string, onClick: () => void): HTMLButtonElement {
  const created = element("button", "marks-button");
  created.type = "button";
  created.textContent = text;
  if (name !== text) created.setAttribute("aria-label", name);
  created.addEventListener("click", onClick);
  return created;
}

function element<Name extends "div" | "p" | "button">(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
