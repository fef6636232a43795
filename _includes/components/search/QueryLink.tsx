import type { SearchRequest } from "../../../src/formats/search/search-request.ts";
import type { Href } from "../../../src/model/urls.ts";
import type { SearchActions } from "./search-actions.ts";
import { searchAddress } from "./search-addresses.ts";

interface QueryLinkProps {
  readonly request: SearchRequest;
  readonly href: Href;
  readonly actions: Pick<SearchActions, "search">;
}

/** A link to another search, which runs without leaving the page. */
export function QueryLink({ request, href, actions }: QueryLinkProps) {
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    actions.search(request);
  };
  return (
    <a href={searchAddress(request, href)} onClick={follow}>
      {request.query}
    </a>
  );
}
