import { NO_REQUEST } from "../../../src/formats/search/search-request.ts";
import type { Href } from "../../../src/model/urls.ts";
import { QueryLink } from "./QueryLink.tsx";
import type { SearchActions } from "./search-actions.ts";

interface RecentSearchesProps {
  /** Newest first. */
  readonly recent: readonly string[];
  readonly href: Href;
  readonly actions: Pick<SearchActions, "search" | "clearRecent">;
}

/** The recent searches of this device. */
export function RecentSearches({ recent, href, actions }: RecentSearchesProps) {
  if (recent.length === 0) return <SearchPrompt />;
  return (
    <section class="recent-searches" aria-labelledby="recent_searches">
      <h2 id="recent_searches">Recent searches</h2>
      <button type="button" class="quiet-button" onClick={actions.clearRecent}>
        Clear recent searches
      </button>
      <ul>
        {recent.map((query) => (
          <li key={query}>
            <QueryLink request={{ ...NO_REQUEST, query }} href={href} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The hint where there are no recent searches. */
export function SearchPrompt() {
  return <p class="search-prompt">Type words, choose filters or do both, or browse the lists below.</p>;
}
