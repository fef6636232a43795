import { NO_REQUEST } from "../../../src/formats/search/search-request.ts";
import type { Href } from "../../../src/model/urls.ts";
import type { Ask } from "./ask.ts";
import { QueryLink } from "./QueryLink.tsx";

interface RecentSearchesProps {
  /** Newest first. */
  readonly recent: readonly string[];
  readonly href: Href;
  readonly ask: Pick<Ask, "request" | "toForget">;
}

/** What this reader has searched for on this device. */
export function RecentSearches({ recent, href, ask }: RecentSearchesProps) {
  if (recent.length === 0) return <SearchPrompt />;
  return (
    <section class="recent-searches" aria-labelledby="recent_searches">
      <h2 id="recent_searches">Recent searches</h2>
      <button type="button" class="quiet-button" onClick={ask.toForget}>
        Clear recent searches
      </button>
      <ul>
        {recent.map((query) => (
          <li key={query}>
            <QueryLink request={{ ...NO_REQUEST, query }} href={href} ask={ask} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Says what to do where nothing has been asked for, and nothing was before. */
export function SearchPrompt() {
  return <p class="search-prompt">Search by words, by filters or by both, or begin with the lists below.</p>;
}
