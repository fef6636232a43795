import type { OfflineMode, SearchAnswer } from "../../../src/formats/search/search-answer.ts";
import type { Href } from "../../../src/model/urls.ts";
import { FoundStoryCard } from "./FoundStoryCard.tsx";
import { RecentSearches } from "./RecentSearches.tsx";
import { SearchFailure } from "./SearchFailure.tsx";
import { SearchSummary, SearchYears } from "./SearchSummary.tsx";
import { SkeletonCards, SkeletonResults } from "./Skeletons.tsx";
import type { SearchActions } from "./search-actions.ts";

/** How many stories are shown at first, and added by “Show more stories”. */
export const STORIES_PER_PAGE = 20;
const MAX_SKELETONS = 4;

/** The state of the results on the search page. */
export type SearchState =
  /** No search. */
  | { readonly kind: "blank"; readonly recent: readonly string[] }
  /** No stories yet; an answer says which years have been searched in vain. */
  | { readonly kind: "waiting"; readonly answer: SearchAnswer | undefined }
  | Answered
  | { readonly kind: "failed"; readonly offline: OfflineMode | undefined };

/** Results, maybe still of the search before. */
interface Answered {
  readonly kind: "answered";
  readonly answer: SearchAnswer;
  /** The maximum number of stories. */
  readonly shown: number;
  /** Whether no newer answer is pending. */
  readonly isLatest: boolean;
}

export interface SearchResultsProps {
  readonly state: SearchState;
  readonly href: Href;
  readonly actions: SearchActions;
}

/** The results of a search, within one element as in the page's template, so that Preact replaces its content. */
export function SearchResults(props: SearchResultsProps) {
  return (
    <div>
      <CurrentResults {...props} />
    </div>
  );
}

function CurrentResults({ state, href, actions }: SearchResultsProps) {
  if (state.kind === "blank") return <RecentSearches recent={state.recent} href={href} actions={actions} />;
  if (state.kind === "failed") return <SearchFailure offline={state.offline} href={href} actions={actions} />;
  if (state.kind === "waiting") {
    return <SkeletonResults>{state.answer && <SearchYears answer={state.answer} actions={actions} />}</SkeletonResults>;
  }
  return <Answer state={state} href={href} actions={actions} />;
}

function Answer({ state, href, actions }: SearchResultsProps & { readonly state: Answered }) {
  const { answer, shown, isLatest } = state;
  const count = answer.stories.length;
  const pending = isLatest ? 0 : Math.min(answer.total, shown) - count;
  return (
    <>
      <SearchSummary answer={answer} isLatest={isLatest} href={href} actions={actions} />
      <div class="cards-stacked">
        {answer.stories.map((story) => (
          <FoundStoryCard key={story.path} story={story} href={href} />
        ))}
      </div>
      {count >= STORIES_PER_PAGE && count < answer.total && (
        <button type="button" class="more" onClick={actions.showMore}>
          Show more stories
        </button>
      )}
      {/* Below the button, which must not move when pressed. */}
      {pending > 0 && (
        <div class="skeleton">
          <SkeletonCards count={Math.min(pending, MAX_SKELETONS)} />
        </div>
      )}
    </>
  );
}
