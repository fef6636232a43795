import type { Offline } from "../../../src/formats/search/search-answer.ts";
import { type Href, OFFLINE } from "../../../src/model/urls.ts";
import { failureWords } from "./answer-words.ts";
import type { Ask } from "./ask.ts";

interface SearchFailureProps {
  readonly offline: Offline | undefined;
  readonly href: Href;
  readonly ask: Pick<Ask, "again">;
}

/** What is shown in the place of stories where the search does not work at all. */
export function SearchFailure({ offline, href, ask }: SearchFailureProps) {
  const { heading, advice } = failureWords(offline);
  return (
    <div class="search-summary">
      <h2>{heading}</h2>
      <p>
        {advice}{" "}
        {offline && (
          <>
            <a href={href(OFFLINE)}>Take the edition along</a> to search it anywhere.{" "}
          </>
        )}
        All stories are in the lists below.{" "}
        <button type="button" class="quiet-button" onClick={ask.again}>
          Try again
        </button>
      </p>
    </div>
  );
}
