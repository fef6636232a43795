import { markPlaces, unmark } from "./marked-places.ts";
import { MARK, markedWords } from "./marked-words.ts";
import { marksBar } from "./marks-bar.ts";
import { textRuns } from "./text-runs.ts";

/** The texts of a story, none within another. What every story has, such as its date, is none of them. */
const TEXTS = ".story :is(h1, .standfirst, .key-points li, .prose, figcaption:not(.prose *))";

/** Marks the words of the address where they stand in the story. Where none does, the page stays as it is. */
export function showMarks(): void {
  const words = markedWords(location.search);
  const places = [...document.querySelectorAll(TEXTS)].flatMap(textRuns).flatMap((run) => markPlaces(run, words));
  if (places.length === 0) return;
  const bar = marksBar(places, (current) => {
    const stand = current?.marks[0]?.parentElement;
    unmark(places);
    bar.remove();
    forgetWords();
    focusQuietly(stand ?? document.querySelector("main"));
  });
  document.querySelector(".story")?.before(bar);
}

/** Takes the words out of the address, and leaves the rest of it. */
function forgetWords(): void {
  const address = new URL(location.href);
  address.searchParams.delete(MARK);
  history.replaceState(history.state, "", address);
}

/** Sets the focus where the reader is, since the button that had it is gone. Nothing moves. */
function focusQuietly(element: HTMLElement | null | undefined): void {
  if (!element) return;
  const hadTabIndex = element.hasAttribute("tabindex");
  if (!hadTabIndex) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  if (!hadTabIndex) element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
}
