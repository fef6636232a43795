import type { SearchAnswer } from "../../../src/newsroom/search/search-answer.ts";
import { missingWords, searchedWords } from "./answer-words.ts";
import type { Ask } from "./ask.ts";

interface SearchYearsProps {
  readonly answer: SearchAnswer;
  readonly ask: Pick<Ask, "again">;
}

/** Which years of the archive an answer is from, and which it lacks. */
export function SearchYears({ answer, ask }: SearchYearsProps) {
  const missing = missingWords(answer);
  return (
    <p class="search-years">
      {searchedWords(answer)}
      {missing && (
        <>
          {" "}
          <strong>{missing}</strong>{" "}
          <button type="button" class="quiet-button" onClick={ask.again}>
            Try again
          </button>
        </>
      )}
    </p>
  );
}
