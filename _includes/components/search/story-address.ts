import type { FoundStory } from "../../../src/formats/search/search-answer.ts";
import type { Href } from "../../../src/model/urls.ts";

/**
 * Where a story that was found is to be read: with the words found, for the story's page to mark them, and at one of its
 * parts where `part` is the id of a heading.
 */
export function storyAddress({ path, marks }: FoundStory, href: Href, part?: string): string {
  const words = marks.length > 0 ? `?${new URLSearchParams({ mark: marks.join(" ") })}` : "";
  return `${href(path)}${words}${part === undefined ? "" : `#${encodeURIComponent(part)}`}`;
}
