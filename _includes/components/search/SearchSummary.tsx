import type { SearchAnswer } from "../../../src/formats/search/search-answer.ts";
import { FILTERS, type SearchRequest } from "../../../src/formats/search/search-request.ts";
import type { Href } from "../../../src/model/urls.ts";
import { foundWords, SOME_WORDS, storyCount } from "./answer-words.ts";
import type { Ask } from "./ask.ts";
import { QueryLink } from "./QueryLink.tsx";
import { SearchYears } from "./SearchYears.tsx";

interface SearchSummaryProps {
  readonly answer: SearchAnswer;
  /** Whether nothing is still on its way. */
  readonly isLatest: boolean;
  readonly href: Href;
  readonly ask: Ask;
}

/** What an answer is: how many stories, whether they hold all that was asked for, what else may have been meant. */
export function SearchSummary({ answer, isLatest, href, ask }: SearchSummaryProps) {
  const { holds, total, suggestion, request } = answer;
  const isInPart = holds === "some" && total > 0;
  return (
    <div class="search-summary">
      <h2>{isInPart ? `${SOME_WORDS} These hold some of them:` : foundWords(answer)}</h2>
      {isInPart && <p>{storyCount(total)}.</p>}
      {suggestion && (
        <p class="search-suggestion">
          Did you mean <QueryLink request={{ ...request, query: suggestion }} href={href} ask={ask} />?
        </p>
      )}
      {total === 0 && <WaysOn request={request} ask={ask} />}
      <SearchYears answer={answer} ask={ask} />
      {!isLatest && <p class="search-wait">Searching …</p>}
    </div>
  );
}

/** What to try where nothing was found. */
function WaysOn({ request, ask }: { request: SearchRequest; ask: Ask }) {
  if (FILTERS.every((name) => request[name] === undefined)) {
    return <p>Try fewer words, or others. The lists below lead to every story.</p>;
  }
  return (
    <p>
      Other stories may be outside the filters.{" "}
      <button type="button" class="quiet-button" onClick={ask.withoutFilters}>
        Clear filters
      </button>
    </p>
  );
}
