import type { OfflineMode } from "../../../src/formats/search/search-answer.ts";
import { OFFLINE } from "../../../src/model/fixed-pages.ts";
import type { Href } from "../../../src/model/urls.ts";
import { failureMessage } from "./answer-text.ts";
import type { SearchActions } from "./search-actions.ts";

interface SearchFailureProps {
  readonly offline: OfflineMode | undefined;
  readonly href: Href;
  readonly actions: Pick<SearchActions, "retry">;
}

/** Shown instead of results if search fails to load. */
export function SearchFailure({ offline, href, actions }: SearchFailureProps) {
  const { heading, advice } = failureMessage(offline);
  return (
    <div class="search-summary">
      <h2>{heading}</h2>
      <p>
        {advice}{" "}
        {offline && (
          <>
            <a href={href(OFFLINE)}>Download the edition</a> to search it anywhere.{" "}
          </>
        )}
        You can browse all stories in the lists below.{" "}
        <button type="button" class="quiet-button" onClick={actions.retry}>
          Try again
        </button>
      </p>
    </div>
  );
}
