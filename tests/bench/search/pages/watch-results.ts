import { afterPaint } from "./after-paint.ts";
import type { Watched } from "./watched.ts";

// Runs in the search page before its own scripts, and records when the results of a query are painted.
const watched: Watched = { query: new URLSearchParams(location.search).get("q") ?? "", keyMs: 0, shownMs: 0 };
let isRecorded = false;
Object.assign(globalThis, {
  watchFor: (query: string) => {
    Object.assign(watched, { query, shownMs: 0 });
    isRecorded = false;
  },
  watched,
});

addEventListener("keydown", (event) => Object.assign(watched, { keyMs: event.timeStamp }), { capture: true });

new MutationObserver(() => {
  if (isRecorded || !isAnswered(watched.query)) return;
  isRecorded = true;
  afterPaint(() => Object.assign(watched, { shownMs: performance.now() }));
}).observe(document, { subtree: true, childList: true, characterData: true });

/** The heading of the results has their query. */
function isAnswered(query: string): boolean {
  const results = document.querySelector("#search_results");
  const heading = results?.querySelector(".search-summary h2")?.textContent ?? "";
  return heading.includes(`“${query}”`) && results?.querySelector("article") !== null;
}
