import type { Offline, SearchAnswer } from "../../../src/formats/search/search-answer.ts";
import type { Href } from "../../../src/model/urls.ts";
import type { Ask } from "./ask.ts";
import { FoundStoryCard } from "./FoundStoryCard.tsx";
import { RecentSearches } from "./RecentSearches.tsx";
import { SearchFailure } from "./SearchFailure.tsx";
import { SearchSummary } from "./SearchSummary.tsx";
import { SearchYears } from "./SearchYears.tsx";
import { SkeletonCards } from "./SkeletonCards.tsx";
import { SkeletonResults } from "./SkeletonResults.tsx";

/** How many stories are shown before the reader asks for more, and how many more then. */
export const STORIES_AT_ONCE = 20;
const MOST_SKELETONS = 4;

/** What the search page shows at one moment, beside its form. */
export type SearchState =
  /** Nothing has been asked for yet. */
  | { readonly kind: "blank"; readonly recent: readonly string[] }
  /** Nothing is known that could be shown; perhaps that part of the archive has been searched in vain. */
  | { readonly kind: "waiting"; readonly answer: SearchAnswer | undefined }
  | Answered
  | { readonly kind: "failed"; readonly offline: Offline | undefined };

/** What is known, maybe of what was asked for before. */
interface Answered {
  readonly kind: "answered";
  readonly answer: SearchAnswer;
  /** How many stories are to be shown at most. */
  readonly shown: number;
  /** Whether nothing is still on its way. */
  readonly isLatest: boolean;
}

export interface SearchResultsProps {
  readonly state: SearchState;
  readonly href: Href;
  readonly ask: Ask;
}

/**
 * The stories that a search has found, or what there is to say instead. Within one element, as the page's template has it:
 * so it takes the place of what stood there before.
 */
export function SearchResults(props: SearchResultsProps) {
  return (
    <div>
      <CurrentResults {...props} />
    </div>
  );
}

function CurrentResults({ state, href, ask }: SearchResultsProps) {
  if (state.kind === "blank") return <RecentSearches recent={state.recent} href={href} ask={ask} />;
  if (state.kind === "failed") return <SearchFailure offline={state.offline} href={href} ask={ask} />;
  if (state.kind === "waiting") {
    return <SkeletonResults>{state.answer && <SearchYears answer={state.answer} ask={ask} />}</SkeletonResults>;
  }
  return <Answer state={state} href={href} ask={ask} />;
}

function Answer({ state, href, ask }: SearchResultsProps & { readonly state: Answered }) {
  const { answer, shown, isLatest } = state;
  const there = answer.stories.length;
  const awaited = isLatest ? 0 : Math.min(answer.total, shown) - there;
  return (
    <>
      <SearchSummary answer={answer} isLatest={isLatest} href={href} ask={ask} />
      <div class="cards-stacked">
        {answer.stories.map((story) => (
          <FoundStoryCard key={story.path} story={story} href={href} />
        ))}
      </div>
      {there >= STORIES_AT_ONCE && there < answer.total && (
        <button type="button" class="more" onClick={ask.more}>
          Show more stories
        </button>
      )}
      {/* Below the button: it must not move from under who has pressed it. */}
      {awaited > 0 && (
        <div class="skeleton">
          <SkeletonCards count={Math.min(awaited, MOST_SKELETONS)} />
        </div>
      )}
    </>
  );
}
