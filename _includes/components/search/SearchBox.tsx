import type { Offline } from "../../../src/formats/search/search-answer.ts";
import { CloseButton } from "../dialog/CloseButton.tsx";
import { failureWords } from "./answer-words.ts";
import { QUERY_INPUT, SearchField } from "./SearchField.tsx";
import { idOfOffer, OFFERS_ID, SearchOffers } from "./SearchOffers.tsx";
import { SkeletonCards } from "./SkeletonCards.tsx";
import type { Offer, OfferGroup } from "./search-offers.ts";

/** What the search's dialog shows at one moment. */
interface SearchBoxState {
  readonly groups: readonly OfferGroup[];
  readonly active: string | undefined;
  /** Whether stories are on their way. */
  readonly isBusy: boolean;
  /** Whether there are none to be shown meanwhile. */
  readonly isWaiting: boolean;
  readonly hasFailed: boolean;
  /** What a search that has failed had without a connection. */
  readonly offline: Offline | undefined;
  /** What else there is to say. */
  readonly note: string;
  readonly canForget: boolean;
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
    readonly take: (offer: Offer, event: MouseEvent) => void;
    readonly again: () => void;
    readonly toForget: () => void;
  };
}

/** The search as a dialog: a field, and under it what it offers while one writes. */
export function SearchBox({ searchPage, offlinePage, state, on }: SearchBoxProps) {
  const { groups, active, isBusy, isWaiting, hasFailed, offline, note, canForget } = state;
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
              aria-controls={OFFERS_ID}
              aria-activedescendant={idOfOffer(groups, active)}
              onInput={on.input}
              onCompositionEnd={on.compositionEnd}
              onKeyDown={on.key}
            />
          </SearchField>
        </form>
      </search>
      <p class="visually-hidden" role="status" />
      {hasFailed && <Failure searchPage={searchPage} offlinePage={offlinePage} offline={offline} onAgain={on.again} />}
      {note && <p class="search-note">{note}</p>}
      {isWaiting && (
        <div class="skeleton">
          <SkeletonCards count={2} />
        </div>
      )}
      {canForget && (
        <button type="button" class="quiet-button forget" onClick={on.toForget}>
          Clear recent searches
        </button>
      )}
      <SearchOffers groups={groups} active={active} isBusy={isBusy} onTake={on.take} />
    </>
  );
}

interface FailureProps extends Pick<SearchBoxProps, "searchPage" | "offlinePage">, Pick<SearchBoxState, "offline"> {
  readonly onAgain: () => void;
}

function Failure({ searchPage, offlinePage, offline, onAgain }: FailureProps) {
  const { heading, advice } = failureWords(offline);
  return (
    <p class="search-note">
      {heading}. {offline && `${advice} `}
      <button type="button" class="quiet-button" onClick={onAgain}>
        Try again
      </button>{" "}
      {offline && <a href={offlinePage}>Take the edition along</a>}{" "}
      <a href={searchPage}>All stories by section, topic and month</a>
    </p>
  );
}
