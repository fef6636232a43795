import type { SearchAnswer } from "../../formats/search/search-answer.ts";
import { type SearchRequest, searchParams } from "../../formats/search/search-request.ts";

/** Whether two requests ask for the same. */
export function isSameRequest(a: SearchRequest, b: SearchRequest): boolean {
  return searchParams(a).toString() === searchParams(b).toString();
}

/**
 * Whether an answer is to take the place of the one on the screen. One that has as good as nothing yet would only flash by:
 * it waits until it has a story, or what the reader sees of the same search already.
 */
export function takesThePlaceOf(shown: SearchAnswer | undefined, next: SearchAnswer): boolean {
  if (next.isComplete) return true;
  const atLeast = shown && isSameRequest(shown.request, next.request) ? shown.stories.length : 1;
  return next.stories.length >= atLeast;
}
