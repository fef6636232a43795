import { type SearchRequest, searchParams } from "../../../src/formats/search/search-request.ts";
import { type Href, SEARCH } from "../../../src/model/urls.ts";
import type { Ask } from "./ask.ts";

interface QueryLinkProps {
  readonly request: SearchRequest;
  readonly href: Href;
  readonly ask: Pick<Ask, "request">;
}

/** A link to another search, by its words. It is followed without leaving the page. */
export function QueryLink({ request, href, ask }: QueryLinkProps) {
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask.request(request);
  };
  return (
    <a href={searchAddress(request, href)} onClick={follow}>
      {request.query}
    </a>
  );
}

export function searchAddress(request: SearchRequest, href: Href): string {
  return `${href(SEARCH)}?${searchParams(request)}`;
}
