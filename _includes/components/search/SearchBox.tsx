import type { OfflineMode } from "../../../src/formats/search/search-answer.ts";
import { CloseButton } from "../dialog/CloseButton.tsx";
import { failureMessage } from "./answer-text.ts";
import { QUERY_INPUT } from "./query-input.ts";
import { SearchField } from "./SearchField.tsx";
import { optionIdOf, SearchSuggestions, SUGGESTIONS_ID } from "./SearchSuggestions.tsx";
import { SkeletonCards } from "./Skeletons.tsx";
import type { Suggestion, SuggestionGroup } from "./suggestions.ts";

/** The state of the search dialog. */
interface SearchBoxState {
  readonly groups: readonly SuggestionGroup[];
  readonly active: string | undefined;
  /** Whether a search is running. */
  readonly isBusy: boolean;
  /** Whether there is no earlier answer to show meanwhile. */
  readonly isWaiting: boolean;
  readonly hasFailed: boolean;
  /** The offline mode of a failed search. */
  readonly offline: OfflineMode | undefined;
  /** A remark above the suggestions; may be empty. */
  readonly note: string;
  readonly canClearRecent: boolean;
}

export interface SearchBoxProps {
  /** The address of the search page. */
  readonly searchPage: string;
  /** The address of the page about reading offline. */
  readonly offlinePage: string;
  readonly state: SearchBoxState;
  readonly on: {
    readonly input: (event: InputEvent) => void;
    readonly compositionEnd: () => void;
    readonly key: (event: KeyboardEvent) => void;
    readonly submit: () => void;
    readonly select: (suggestion: Suggestion, event: MouseEvent) => void;
    readonly retry: () => void;
    readonly clearRecent: () => void;
  };
}

/** The search dialog: a field, and under it suggestions (autocomplete). The script of every page creates the same field earlier. */
export function SearchBox({ searchPage, offlinePage, state, on }: SearchBoxProps) {
  const { groups, active, isBusy, isWaiting, hasFailed, offline, note, canClearRecent } = state;
  return (
    <>
      <CloseButton />
      <search>
        <form action={searchPage} method="get" onSubmit={on.submit}>
          <SearchField id="dialog_query">
            <input
              id="dialog_query"
              type="text"
              {...QUERY_INPUT}
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={groups.length > 0}
              aria-controls={SUGGESTIONS_ID}
              aria-activedescendant={optionIdOf(groups, active)}
              onInput={on.input}
              onCompositionEnd={on.compositionEnd}
              onKeyDown={on.key}
            />
          </SearchField>
        </form>
      </search>
      <p class="visually-hidden" role="status" />
      {hasFailed && <Failure searchPage={searchPage} offlinePage={offlinePage} offline={offline} onRetry={on.retry} />}
      {note && <p class="search-note">{note}</p>}
      {isWaiting && (
        <div class="skeleton">
          <SkeletonCards count={2} />
        </div>
      )}
      {canClearRecent && (
        <button type="button" class="quiet-button forget" onClick={on.clearRecent}>
          Clear recent searches
        </button>
      )}
      <SearchSuggestions groups={groups} active={active} isBusy={isBusy} onSelect={on.select} />
    </>
  );
}

interface FailureProps extends Pick<SearchBoxProps, "searchPage" | "offlinePage">, Pick<SearchBoxState, "offline"> {
  readonly onRetry: () => void;
}

function Failure({ searchPage, offlinePage, offline, onRetry }: FailureProps) {
  const { heading, advice } = failureMessage(offline);
  return (
    <p class="search-note">
      {heading}. {offline && `${advice} `}
      <button type="button" class="quiet-button" onClick={onRetry}>
        Try again
      </button>{" "}
      {offline && <a href={offlinePage}>Download the edition</a>} <a href={searchPage}>All stories by section, topic and month</a>
    </p>
  );
}
