import type { FoundStory } from "../../../src/formats/search/search-answer.ts";
import { type SearchRequest, searchParams } from "../../../src/formats/search/search-request.ts";
import { SEARCH } from "../../../src/model/fixed-pages.ts";
import type { Href } from "../../../src/model/urls.ts";

/** The address of the search page with a request. */
export function searchAddress(request: SearchRequest, href: Href): string {
  return `${href(SEARCH)}?${searchParams(request)}`;
}

/**
 * The address of a story found, with the words for its page to highlight.
 *
 * @param heading the id of a heading to link to
 */
export function storyAddress({ path, marks }: FoundStory, href: Href, heading?: string): string {
  const words = marks.length > 0 ? `?${new URLSearchParams({ mark: marks.join(" ") })}` : "";
  return `${href(path)}${words}${heading === undefined ? "" : `#${encodeURIComponent(heading)}`}`;
}
