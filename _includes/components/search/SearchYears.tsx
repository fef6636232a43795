import type { SearchAnswer } from "../../../src/formats/search/search-answer.ts";
import { yearsTold } from "./answer-words.ts";
import type { Ask } from "./ask.ts";

interface SearchYearsProps {
  readonly answer: SearchAnswer;
  readonly ask: Pick<Ask, "again">;
}

/** Which years of the archive an answer is from, and which it lacks. */
export function SearchYears({ answer, ask }: SearchYearsProps) {
  const { searched, missing } = yearsTold(answer);
  return (
    <p class={answer.offline === "kept" ? "search-years kept" : "search-years"}>
      {searched}
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
