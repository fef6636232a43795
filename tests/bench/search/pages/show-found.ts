import type { ShownStory } from "../indexed-story.ts";
import { afterPaint } from "./after-paint.ts";

/** The query in the address of the page. */
export const query = new URLSearchParams(location.search).get("q") ?? "";

/** Shows stories as cards, and sets a mark when the first are painted. */
export function showFound(stories: readonly ShownStory[]): void {
  if (stories.length === 0) return;
  document.querySelector("main")?.replaceChildren(...stories.map(card));
  afterPaint(() => performance.mark("shown"));
}

/** Marks the end of the search. The index stays in memory, as for a further query. */
export function complete(index?: object): void {
  Object.assign(globalThis, { index });
  performance.mark("complete");
}

function card({ path, title, standfirst, section, date }: ShownStory): HTMLElement {
  const [article, heading, link, text] = [
    document.createElement("article"),
    document.createElement("h2"),
    document.createElement("a"),
    document.createElement("p"),
  ];
  link.href = path;
  link.textContent = title;
  text.textContent = `${section} · ${date} · ${standfirst}`;
  heading.append(link);
  article.append(heading, text);
  return article;
}
