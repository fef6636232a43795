import { HIGHLIGHT_PARAMETER, parseHighlightQuery } from "./find-matches.ts";
import { highlightRun, removeHighlights, textRuns } from "./highlight-text.ts";
import { matchBar } from "./match-bar.ts";

/** The searchable texts of a story, none within another. Boilerplate that every story has, such as the date, is excluded. */
const TEXTS = [
  ".story :is(h1, .standfirst, .key-points li, figcaption)",
  ".story > :is(p, h2, h3, h4, h5, h6, ul, ol, blockquote, pre, .table-scroll, .footnotes)",
].join();

/** Highlights the words of the address in the story and adds a toolbar. Leaves the page unchanged if there is no match. */
export function highlightMatches(): void {
  const words = parseHighlightQuery(location.search);
  const matches = [...document.querySelectorAll(TEXTS)].flatMap(textRuns).flatMap((run) => highlightRun(run, words));
  if (matches.length === 0) return;
  const bar = matchBar(matches, (current) => {
    const parent = current?.marks[0]?.parentElement;
    removeHighlights(matches);
    bar.remove();
    removeParameter();
    focusInPlace(parent ?? document.querySelector("main"));
  });
  document.querySelector(".story")?.before(bar);
}

/** Removes the words from the address. */
function removeParameter(): void {
  const address = new URL(location.href);
  address.searchParams.delete(HIGHLIGHT_PARAMETER);
  history.replaceState(history.state, "", address);
}

/** Moves the focus, whose button is gone, to where the reader is, without scrolling. */
function focusInPlace(element: HTMLElement | null | undefined): void {
  if (!element) return;
  const hadTabIndex = element.hasAttribute("tabindex");
  if (!hadTabIndex) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  if (!hadTabIndex) element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
}
