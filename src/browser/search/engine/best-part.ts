import type { FoundStory } from "../../../formats/search/search-answer.ts";
import { worthOf } from "./densest-stretch.ts";
import type { FoundPlace } from "./found-place.ts";
import type { PagefindStory } from "./pagefind.ts";

/**
 * The part under a heading that holds most of what was searched for; undefined where the opening of the story does.
 *
 * @param body where the text begins after headline and standfirst, which sum the whole story up
 */
export function bestPart(anchors: PagefindStory["anchors"], found: readonly FoundPlace[], body: number): FoundStory["bestPart"] {
  const headings = anchors.filter(({ element, text }) => /^h[2-6]$/i.test(element) && text.trim() !== "");
  const inOrder = headings.toSorted((a, b) => a.location - b.location);
  const parts = inOrder.map(({ id, text, location }, index) => ({
    id,
    heading: text.trim(),
    worth: worthOf(found, location, inOrder[index + 1]?.location ?? Number.POSITIVE_INFINITY),
  }));
  const opening = worthOf(found, body, inOrder[0]?.location ?? Number.POSITIVE_INFINITY);
  const best = parts.reduce<(typeof parts)[number] | undefined>((a, b) => (a && a.worth >= b.worth ? a : b), undefined);
  return best && best.worth > opening ? { id: best.id, heading: best.heading } : undefined;
}
