import type { SearchAnswer } from "../../../src/formats/search/search-answer.ts";
import { FILTERS, type SearchRequest } from "../../../src/formats/search/search-request.ts";
import type { Href } from "../../../src/model/urls.ts";
import { foundText, SOME_WORDS_MATCH, storyCount, yearsText } from "./answer-text.ts";
import { QueryLink } from "./QueryLink.tsx";
import type { SearchActions } from "./search-actions.ts";

interface SearchSummaryProps {
  readonly answer: SearchAnswer;
  /** Whether no newer answer is pending. */
  readonly isLatest: boolean;
  readonly href: Href;
  readonly actions: SearchActions;
}

/** The summary above the results: their number, whether they match all words, a spelling correction, the years searched. */
export function SearchSummary({ answer, isLatest, href, actions }: SearchSummaryProps) {
  const { matching, total, request } = answer;
  const matchesSome = matching === "some" && total > 0;
  return (
    <div class="search-summary">
      <h2>{matchesSome ? `${SOME_WORDS_MATCH} These match some of them:` : foundText(answer)}</h2>
      {matchesSome && <p>{storyCount(total)}.</p>}
      <Correction answer={answer} href={href} actions={actions} />
      {total === 0 && <NothingFound request={request} actions={actions} />}
      <SearchYears answer={answer} actions={actions} />
      {!isLatest && <p class="search-wait">Searching…</p>}
    </div>
  );
}

/** Whether the query was corrected, or which correction is suggested. */
function Correction({ answer: { correction, request }, href, actions }: Omit<SearchSummaryProps, "isLatest">) {
  if (!correction) return null;
  const corrected = { ...request, query: correction.query };
  if (!correction.isApplied) {
    return (
      <p class="search-suggestion">
        Did you mean <QueryLink request={corrected} href={href} actions={actions} />?
      </p>
    );
  }
  return (
    <p class="search-suggestion">
      Showing results for <strong>{correction.query}</strong>. Search instead for{" "}
      <QueryLink request={{ ...request, verbatim: true }} href={href} actions={actions} />.
    </p>
  );
}

/** What to try next. */
function NothingFound({ request, actions }: { request: SearchRequest; actions: SearchActions }) {
  if (FILTERS.every((name) => request[name] === undefined)) {
    return <p>Try fewer or different words, or browse the lists below.</p>;
  }
  return (
    <p>
      There may be matches outside your filters.{" "}
      <button type="button" class="quiet-button" onClick={actions.clearFilters}>
        Clear filters
      </button>
    </p>
  );
}

interface SearchYearsProps {
  readonly answer: SearchAnswer;
  readonly actions: Pick<SearchActions, "retry">;
}

/** The years searched, pending and missing. */
export function SearchYears({ answer, actions }: SearchYearsProps) {
  const { searched, missing } = yearsText(answer);
  return (
    <p class={answer.offline === "stored" ? "search-years kept" : "search-years"}>
      {searched}
      {missing && (
        <>
          {" "}
          <strong>{missing}</strong>{" "}
          <button type="button" class="quiet-button" onClick={actions.retry}>
            Try again
          </button>
        </>
      )}
    </p>
  );
}
